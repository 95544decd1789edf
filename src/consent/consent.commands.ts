import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { currentConsent } from './consent.content.ts'
import { openingById, signaturesOf } from './consent.queries.ts'
import { addOpening, addSignature, addWithdrawal } from './consent.store.ts'
import { shownText, type Choices } from './document.ts'
import { lastMedicineOf } from './medicine.queries.ts'
import { consentWindow } from './window.ts'

interface Opened {
  readonly id: string
  readonly personId: string
  readonly language: 'en' | 'es'
}

/** Reading is always allowed; from here the time is counted that nobody reads six pages in. */
export const openConsent = command(async (tx, opened: Opened, { machineNow }) => {
  const { id: documentId, version: documentVersion } = currentConsent[opened.language]
  await addOpening(tx, { ...opened, documentId, documentVersion, openedAt: machineNow })
  return { id: opened.id, openedAt: machineNow }
})

interface Signing {
  readonly id: string
  readonly personId: string
  readonly openingId: string
  readonly language: 'en' | 'es'
  readonly documentVersion: string
  readonly choices: Choices
  readonly printedName: string
  /** As the screen worked it out from what it showed. */
  readonly documentHash: string
  readonly confirmationId: string
}

export const signConsent = command(async (tx, signing: Signing, asked) => {
  const { careNow, machineNow } = asked
  const document = currentConsent[signing.language]
  if (!consentWindow(await lastMedicineOf(tx, signing.personId), careNow).open)
    throw new Problem('not-signed-yet')
  const opening = await openingById(tx, signing)
  if (!opening) throw new Problem('not-found')
  if (opening.documentVersion !== document.version || signing.documentVersion !== document.version)
    throw new Problem('changed-meanwhile')
  if (machineNow - opening.openedAt < document.readingSeconds * 1000) throw new Problem('read-first')
  const shown = shownText({ ...signing, document })
  const documentHash = digest(shown).toString('hex')
  if (documentHash !== signing.documentHash) throw new Problem('changed-meanwhile')
  const { confirmationId } = await spendConfirmation.within(tx, { ...signing, documentHash }, asked)
  await addSignature(tx, {
    ...signing,
    documentId: document.id,
    shown,
    documentHash,
    meaning: document.meaning,
    signedAt: careNow,
    signedBy: seatOf(tx),
    confirmationId,
  })
  return { id: signing.id, signedAt: careNow }
})

interface TakenBack {
  readonly id: string
  readonly personId: string
  readonly part: string
}

/** Works in every state and at once: nothing here can refuse what a person takes back, but that nothing was given. */
export const withdrawConsent = command(async (tx, taken: TakenBack, asked) => {
  const [newest] = await signaturesOf(tx, taken.personId)
  if (!newest) throw new Problem('not-found')
  await addWithdrawal(tx, {
    ...taken,
    signatureId: newest.id,
    withdrawnAt: asked.careNow,
    withdrawnBy: seatOf(tx),
  })
  await raiseTask.within(
    tx,
    { personId: taken.personId, kind: 'consent-withdrawn', aboutId: taken.id },
    asked,
  )
  return { id: taken.id, withdrawnAt: asked.careNow }
})

/** "I would like to talk to someone first" stands beside signing, and counts as much. */
export const askToTalk = command(
  async (tx, wish: { readonly id: string; readonly personId: string }, asked) => {
    const { reading } = await raiseTask.within(
      tx,
      { personId: wish.personId, kind: 'talk-before-signing', aboutId: wish.id },
      asked,
    )
    return { id: wish.id, reading }
  },
)

function seatOf({ actor }: WriteTx): string {
  if (!actor.seatId) throw new Problem('not-allowed')
  return actor.seatId
}
