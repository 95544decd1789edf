import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { instant, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { criteriaOf, openCriteria, workedOut, type Criterion } from './discharge.ts'
import { closingOf, type ClosingHead } from './discharge.queries.ts'
import { addCheck, addCleared, addDischarge, type NewDischarge } from './discharge.store.ts'
import { dischargeText } from './document.ts'
import { heldFacts } from './gates.queries.ts'
import type { Told } from './ready.store.ts'

interface OfSession {
  readonly id: string
  readonly sessionId: string
  /** Said earlier, on a device without a network. */
  readonly at?: string | null
}

/** When it was said: never later than now, whatever the device's clock says. */
const saidAt = ({ at }: OfSession, { careNow }: Pick<Call, 'careNow'>): Instant =>
  at ? Math.min(instant(at), careNow) : careNow

const told = ({ actor }: WriteTx, asked: OfSession, call: Call): Told => {
  const { personId } = call
  if (personId === null || actor.seatId === null) throw new Problem('not-found')
  const { id, sessionId } = asked
  return { id, sessionId, personId, by: actor.seatId, at: saidAt(asked, call) }
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

/** What was told is answered in writing, by whoever may; with nothing told there is nothing to clear. */
export const clearDanger = command(
  async (tx, asked: OfSession & { readonly reason: string }, call: Call) => {
    const { head, facts } = await heldClosing(tx, asked.sessionId)
    if (head.discharged) throw new Problem('discharged-already')
    if (!facts.checks.some(({ answer }) => answer === 'intent-or-plan'))
      throw new Problem('nothing-to-decide')
    await addCleared(tx, { ...told(tx, asked, call), reason: asked.reason })
    return { id: asked.id }
  },
  ({ id }) => reasonIn('danger_cleared', id),
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
  ({ id }) => reasonIn('discharge', id),
)

async function heldClosing(tx: WriteTx, sessionId: string) {
  await heldFacts(tx, sessionId)
  const found = await closingOf(tx, sessionId)
  if (!found) throw new Problem('not-found')
  return found
}

async function closing(
  tx: WriteTx,
  asked: OfSession,
  call: Call,
): Promise<ClosingHead & { readonly criteria: readonly Criterion[] }> {
  const { head, facts } = await heldClosing(tx, asked.sessionId)
  if (head.doses.length === 0) throw new Problem('not-dosed')
  if (head.discharged) throw new Problem('discharged-already')
  return { ...head, criteria: criteriaOf(facts, saidAt(asked, call)) }
}
