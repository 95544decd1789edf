import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { criteriaOf, openCriteria, workedOut, type Criterion } from './discharge.ts'
import { closingOf, type ClosingHead } from './discharge.queries.ts'
import { addCheck, addDischarge, type NewDischarge } from './discharge.store.ts'
import { dischargeText } from './document.ts'
import { heldFacts } from './gates.queries.ts'
import type { Told } from './ready.store.ts'

interface OfSession {
  readonly id: string
  readonly sessionId: string
}

const told = ({ actor }: WriteTx, { id, sessionId }: OfSession, { personId, careNow }: Call): Told => {
  if (personId === null || actor.seatId === null) throw new Problem('not-found')
  return { id, sessionId, personId, by: actor.seatId, at: careNow }
}

/** A tick, or one taken back, by the person who stands for it. What is worked out is not for ticking. */
export const checkCriterion = command(
  async (tx, asked: OfSession & { readonly criterion: string; readonly met: boolean }, call: Call) => {
    const { facts } = await heldClosing(tx, asked.sessionId)
    const ticked = facts.plan.criteria.filter((id) => !workedOut.some((worked) => worked === id))
    if (!ticked.includes(asked.criterion)) throw new Problem('nothing-to-decide')
    await addCheck(tx, { ...told(tx, asked, call), criterion: asked.criterion, met: asked.met })
    return { id: asked.id }
  },
)

/** With every criterion met. */
export const discharge = command(async (tx, asked: OfSession, call: Call) => {
  const { courseId, criteria } = await closing(tx, asked, call)
  if (openCriteria(criteria).length > 0) throw new Problem('criteria-open')
  await addDischarge(tx, { ...told(tx, asked, call), courseId, criteria, override: null })
  return { id: asked.id }
})

/** With some still open, by a prescriber's written reason about exactly those. */
export const dischargeDespite = command(
  async (
    tx,
    asked: OfSession & {
      readonly reason: string
      readonly open: readonly string[]
      readonly confirmationId: string
    },
    call: Call,
  ) => {
    const { courseId, criteria } = await closing(tx, asked, call)
    const open = openCriteria(criteria)
    if (open.length === 0) throw new Problem('nothing-to-decide')
    if (open.join() !== asked.open.join()) throw new Problem('changed-meanwhile')
    const { confirmationId, reason } = asked
    const documentHash = digest(dischargeText(asked.sessionId, asked)).toString('hex')
    await spendConfirmation.within(tx, { confirmationId, documentHash }, call)
    const override: NewDischarge['override'] = { reason, documentHash, confirmationId }
    await addDischarge(tx, { ...told(tx, asked, call), courseId, criteria, override })
    return { id: asked.id }
  },
)

async function heldClosing(tx: WriteTx, sessionId: string) {
  await heldFacts(tx, sessionId)
  const found = await closingOf(tx, sessionId)
  if (!found) throw new Problem('not-found')
  return found
}

async function closing(
  tx: WriteTx,
  { sessionId }: OfSession,
  { careNow }: Call,
): Promise<ClosingHead & { readonly criteria: readonly Criterion[] }> {
  const { head, facts } = await heldClosing(tx, sessionId)
  if (head.doses.length === 0) throw new Problem('not-dosed')
  if (head.discharged) throw new Problem('discharged-already')
  return { ...head, criteria: criteriaOf(facts, careNow) }
}
