import { spendConfirmation } from '../access/confirmation.commands.ts'
import { randomBytes } from 'node:crypto'
import { command } from '../audit/audit.commands.ts'
import { toldAt } from '../integration/integration.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { agreeStopSignal } from '../preparation/preparation.commands.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { currentConsent } from './consent.content.ts'
import { openingById, signaturesOf, stopInCourse } from './consent.queries.ts'
import { addOpening, addRehearsal, addSignature, addWithdrawal } from './consent.store.ts'
import { shownText, type Choices } from './document.ts'
import { lastMedicineOf } from './medicine.queries.ts'
import { savePlace, type Place } from './place.store.ts'
import type { SealOf } from './seal.content.ts'
import { taughtOf } from './teach.queries.ts'
import { openQuestions } from './teach.ts'
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

/** The seal's key stays out of the intent, whose hash is kept: it comes with `asked`. */
export const signConsent = command(
  async (tx, signing: Signing, asked: Call & { readonly sealOf: SealOf }) => {
    const { careNow, machineNow } = asked
    const document = currentConsent[signing.language]
    if (!consentWindow(await lastMedicineOf(tx, signing.personId), careNow).open)
      throw new Problem('not-signed-yet')
    if (openQuestions(await taughtOf(tx, { ...signing, document }, careNow)).length > 0)
      throw new Problem('say-it-first')
    const opening = await openingById(tx, signing)
    if (!opening) throw new Problem('not-found')
    if (opening.documentVersion !== document.version || signing.documentVersion !== document.version)
      throw new Problem('changed-meanwhile')
    if (machineNow - opening.openedAt < document.readingSeconds * 1000) throw new Problem('read-first')
    const shown = shownText({ ...signing, document })
    const documentHash = digest(shown).toString('hex')
    if (documentHash !== signing.documentHash) throw new Problem('changed-meanwhile')
    const { confirmationId, factor } = await spendConfirmation.within(tx, { ...signing, documentHash }, asked)
    await keepStopSignal(tx, signing, asked)
    const by = { signedAt: careNow, signedBy: seatOf(tx), confirmationId, factor }
    const seal = asked.sealOf({ ...signing, ...by, documentHash, practiceId: tx.actor.practiceId })
    const { id: documentId, meaning } = document
    await addSignature(tx, { ...signing, ...by, documentId, shown, documentHash, meaning, seal })
    return { id: signing.id, signedAt: careNow }
  },
)

/** Signed here, it is the one that everyone in the room reads: nobody has to write it twice. */
async function keepStopSignal(tx: WriteTx, { personId, choices: { stop } }: Signing, asked: Call) {
  const here = stop.word === '' && stop.gesture === '' ? null : await stopInCourse(tx, personId)
  if (!here || (here.stop?.word === stop.word && here.stop.gesture === stop.gesture)) return
  const id = idFrom(asked.machineNow, randomBytes(16))
  await agreeStopSignal.within(tx, { id, courseId: here.courseId, ...stop }, asked)
}

interface TakenBack {
  readonly id: string
  readonly personId: string
  readonly part: string
  /** When it was said, where that was before now: in a room without a network. */
  readonly heardAt?: string
}

/** Works in every state and at once: nothing here can refuse what a person takes back, but that nothing was given. */
export const withdrawConsent = command(async (tx, taken: TakenBack, asked) => {
  const [newest] = await signaturesOf(tx, taken.personId)
  if (!newest) throw new Problem('not-found')
  const heardAt = toldAt(taken.heardAt === undefined ? undefined : instant(taken.heardAt), asked.careNow)
  const withdrawnAt = Math.max(heardAt, newest.signedAt)
  await addWithdrawal(tx, { ...taken, signatureId: newest.id, withdrawnAt, withdrawnBy: seatOf(tx) })
  await raiseTask.within(
    tx,
    { personId: taken.personId, kind: 'consent-withdrawn', aboutId: taken.id },
    asked,
  )
  return { id: taken.id, withdrawnAt }
})

interface Narrowed {
  readonly id: string
  readonly part: string
  readonly heardAt: string
}

/** In the room: whatever is said there against touch, or a recording, holds from when it was said. */
export const narrowTouch = command(async (tx, said: Narrowed, asked) => {
  if (asked.personId === null) throw new Problem('not-found')
  const { id } = await withdrawConsent.within(tx, { ...said, personId: asked.personId }, asked)
  return { id }
})

/** Awake and sober: the stop word, the sign and every touch that is all right are tried out, and that is a fact. */
export const rehearseTouch = command(
  async (tx, rehearsed: { readonly id: string; readonly personId: string }, { careNow }) => {
    const { personId } = rehearsed
    const [newest] = await signaturesOf(tx, personId)
    if (!newest) throw new Problem('not-found')
    if (!consentWindow(await lastMedicineOf(tx, personId), careNow).open)
      throw new Problem('nothing-widens-yet')
    const signatureId = newest.id
    await addRehearsal(tx, { ...rehearsed, signatureId, rehearsedWith: seatOf(tx), rehearsedAt: careNow })
    return { id: rehearsed.id, rehearsedAt: careNow }
  },
)

/** It may be kept at any moment: a bookmark is no choice until it is signed. */
export const keepPlace = command(async (tx, place: Place, { careNow }) => {
  await savePlace(tx, place, careNow)
  return { page: place.page }
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
