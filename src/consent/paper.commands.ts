import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { faultIn } from '../brought/brought.ts'
import { timeZoneHere } from '../brought/brought.queries.ts'
import { randomBytes } from 'node:crypto'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { withdrawConsent } from './consent.commands.ts'
import { signaturesOf, withdrawalsOf } from './consent.queries.ts'
import { paperSecondText, paperText, type PaperSaid } from './paper.ts'
import { papersOf, stateOf, type StoredPaper } from './paper.queries.ts'
import { addPaper, addPaperEnd, addPaperSecond, type Attestation } from './paper.store.ts'

interface Attesting {
  readonly id: string
  readonly personId: string
  readonly confirmationId: string
  /** As the screen worked it out from what it showed. */
  readonly documentHash: string
}

/** A member has the paper in their hands, and writes down what it says. It counts for nothing yet. */
export const bringPaper = command(
  async (tx, { id, personId, ...rest }: Attesting & PaperSaid, asked: Call) => {
    const { confirmationId, documentHash, ...said } = rest
    const fault = faultIn(
      { givenOn: said.signedOn, labelMg: null, labelSalt: null },
      asked.careNow,
      await timeZoneHere(tx),
    )
    if (fault !== null) throw new Problem('malformed', [{ path: 'signedOn', fault }])
    const text = paperText(personId, id, said)
    const signed = await attestation(tx, { id, personId, confirmationId, documentHash, text }, asked)
    if (!(await addPaper(tx, said, signed))) throw new Problem('id-taken')
    return { id }
  },
)

/** Another member has seen the same paper, and signs over what the first wrote. */
export const secondPaper = command(
  async (tx, asking: Attesting & { readonly paperId: string }, asked: Call) => {
    const { paperId, personId } = asking
    const paper = await paperOf(tx, asking)
    if (paper.first.by === tx.actor.seatId) throw new Problem('second-attests')
    const looked = { personId, withdrawals: await withdrawalsOf(tx, personId), careNow: asked.careNow }
    if (stateOf(tx, paper, looked).state !== 'one') throw new Problem('changed-meanwhile')
    const signed = await attestation(
      tx,
      { ...asking, text: paperSecondText(paperId, paper.first.documentHash) },
      asked,
    )
    if (!(await addPaperSecond(tx, paperId, signed))) throw new Problem('changed-meanwhile')
    return { id: asking.id }
  },
)

interface Ending {
  readonly id: string
  readonly personId: string
  readonly paperId: string
}

/** Not theirs, not this one, written down wrongly: it stays readable with the reason. */
export const dropPaper = command(
  async (tx, dropped: Ending & { readonly reason: string }, { careNow }: Call) => {
    const { ends } = await paperOf(tx, dropped)
    if (ends.length > 0) throw new Problem('changed-meanwhile')
    await addPaperEnd(tx, { ...dropped, how: 'mistake', by: seatOf(tx), at: careNow })
    return { id: dropped.id }
  },
  ({ id }) => reasonIn('paper_consent_end', id),
)

/**
 * Works in every state and at once, as taking back what was signed here does. Who takes back a consent takes back consent: what was
 * signed here goes with it. Who says that a paper is not so says nothing of that.
 */
export const withdrawPaper = command(
  async (tx, taken: Ending & { readonly how: 'withdrawn' | 'not-so' }, asked: Call) => {
    const { personId, how } = taken
    await paperOf(tx, taken)
    await addPaperEnd(tx, { ...taken, reason: null, by: seatOf(tx), at: asked.careNow })
    if (how === 'withdrawn' && (await signaturesOf(tx, personId)).length > 0) {
      const id = idFrom(asked.machineNow, randomBytes(16))
      await withdrawConsent.within(tx, { id, personId, part: 'all' }, asked)
    } else await raiseTask.within(tx, { personId, kind: 'consent-withdrawn', aboutId: taken.id }, asked)
    return { id: taken.id }
  },
)

async function attestation(
  tx: WriteTx,
  { text, ...signing }: Attesting & { readonly text: string },
  asked: Call,
): Promise<Attestation> {
  const documentHash = digest(text).toString('hex')
  if (documentHash !== signing.documentHash) throw new Problem('changed-meanwhile')
  const { id, personId, confirmationId } = signing
  const { factor } = await spendConfirmation.within(tx, { confirmationId, documentHash }, asked)
  return { id, personId, confirmationId, documentHash, factor, by: seatOf(tx), at: asked.careNow }
}

async function paperOf(tx: WriteTx, { personId, paperId }: Omit<Ending, 'id'>): Promise<StoredPaper> {
  const paper = (await papersOf(tx, personId)).find(({ first }) => first.id === paperId)
  if (!paper) throw new Problem('not-found')
  return paper
}

function seatOf({ actor }: WriteTx): string {
  if (!actor.seatId) throw new Problem('not-allowed')
  return actor.seatId
}
