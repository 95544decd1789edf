import { randomBytes } from 'node:crypto'
import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { orderInForce, type Order } from '../medication/order.ts'
import { heldRules } from '../rule/own.queries.ts'
import { table } from '../rule/rule.content.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { decisionText, type DecisionWritten } from './document.ts'
import { gateFactsOf, heldFacts, unusedRelease } from './gates.queries.ts'
import type { GateFacts } from './gateFacts.ts'
import { gatesOf, verdictOf } from './gates.ts'
import type { BecauseCode } from './gate.ts'
import { rideInForce } from './present.ts'
import { addAsked, addDecision, addPresence, addRide, type Told } from './ready.store.ts'
import { saidAt } from '../safety/saidAt.ts'
import { addEvaluation, addRelease, type Verified } from './release.store.ts'

interface OfSession {
  readonly id: string
  readonly sessionId: string
}

/** Who tells it, and when, is never theirs to say. */
export const told = (tx: PracticeTx, { id, sessionId }: OfSession, { personId, careNow }: Call): Told => {
  const { seatId } = tx.actor
  if (personId === null || seatId === null) throw new Problem('not-found')
  return { id, sessionId, personId, by: seatId, at: careNow }
}

/** A new ride stands in for the one before; without a name, it fell through. The newest is the one that came last. */
export const nameRide = command(
  async (
    tx,
    asked: OfSession & {
      readonly name: string | null
      readonly phone: string | null
      readonly at?: string | undefined
    },
    call: Call,
  ) => {
    const { at } = saidAt(asked.at === undefined ? undefined : instant(asked.at), call.careNow)
    await addRide(tx, { ...told(tx, asked, call), name: asked.name, phone: asked.phone, at })
    return { id: asked.id }
  },
)

export const notePresence = command(
  async (
    tx,
    asked: OfSession & { readonly memberId: string; readonly state: 'here' | 'reachable' | 'away' },
    call: Call,
  ) => {
    await addPresence(tx, { ...told(tx, asked, call), memberId: asked.memberId, state: asked.state })
    return { id: asked.id }
  },
)

interface Answering extends OfSession {
  readonly wantsToday: boolean
  readonly safeHome: boolean | null
  /** The ride that was on the screen when it was asked. */
  readonly rideId: string | null
}

/** "Not today" needs no reason and no second answer. */
export const answerAlone = command(async (tx, asked: Answering, call: Call) => {
  await heldFacts(tx, asked.sessionId)
  const found = await gateFactsOf(tx, asked.sessionId, call.careNow)
  if (!found) throw new Problem('not-found')
  const ride = rideInForce(found.facts.rides, call.careNow)
  if (asked.wantsToday && asked.rideId !== (ride?.id ?? null)) throw new Problem('changed-meanwhile')
  const about = asked.wantsToday && ride ? { safeHome: asked.safeHome, rideId: ride.id } : none
  const known = about.safeHome === null ? none : about
  await addAsked(tx, { ...told(tx, asked, call), wantsToday: asked.wantsToday, ...known })
  return { id: asked.id }
})
const none = { safeHome: null, rideId: null }

const waitsForDecision: readonly BecauseCode[] = [
  'pressure-needs-decision',
  'interval-too-short',
  'interval-too-short-brought',
  'standing-drops',
  'count-differs',
  'today-weighs',
  'medicines-taken',
  'report-none',
  'report-old',
  'report-concern',
  'substances-weighs',
]

/** A prescriber's written decision, where a gate of the day asks for one; signed. */
export const decideDay = command(
  async (
    tx,
    asked: OfSession &
      Omit<DecisionWritten, 'expiresAt'> & { readonly expiresAt: string; readonly confirmationId: string },
    call: Call,
  ) => {
    const { confirmationId, sessionId } = asked
    await heldFacts(tx, sessionId)
    const found = await gateFactsOf(tx, sessionId, call.careNow)
    if (!found) throw new Problem('not-found')
    const written = { ...asked, expiresAt: instant(asked.expiresAt) }
    if (written.expiresAt <= call.careNow) throw new Problem('validity-not-possible')
    const gate = gatesOf(found.facts, call.careNow).find(({ id }) => id === asked.gate)
    if (!gate || !waitsForDecision.includes(gate.because.code)) throw new Problem('nothing-to-decide')
    const documentHash = digest(decisionText(sessionId, written)).toString('hex')
    await spendConfirmation.within(tx, { confirmationId, documentHash }, call)
    await addDecision(tx, { ...written, ...told(tx, asked, call), documentHash })
    return { id: asked.id }
  },
  ({ id }) => reasonIn('day_decision', id),
)

/**
 * The permit for one dose. The session and its facts are held while the gates are worked out and written down, so that
 * whatever would close one either came first or waits. The database derives them again before it lets this commit.
 */
export const releaseDose = command(async (tx, { id, sessionId }: OfSession) => {
  const factsVersion = await heldFacts(tx, sessionId)
  const at = await heldRules(tx, false)
  const found = await gateFactsOf(tx, sessionId, at)
  const by = tx.actor.seatId
  if (!found || by === null) throw new Problem('not-found')
  const gates = gatesOf(found.facts, at)
  const order = orderInForce(found.facts.orders, at)
  if (verdictOf(gates) !== 'clear' || !order) throw new Problem('gates-open')
  if (await unusedRelease(tx, { sessionId, orderId: order.id }, at)) throw new Problem('release-live')
  const { courseId, personId } = found.head
  const place = { personId, courseId, sessionId, by }
  const evaluationId = idFrom(at, randomBytes(16))
  await addEvaluation(tx, {
    ...place,
    id: evaluationId,
    factsVersion,
    gates,
    verified: verifiedIn(found.facts, order),
    rulesVersion: table.version,
    raised: found.facts.findings.raised ?? [],
    verdict: 'clear',
    at,
  })
  const until = await addRelease(tx, { ...place, id, orderId: order.id, evaluationId })
  if (until === undefined) throw new Problem('id-taken')
  return { id, until }
})

/** Which signatures the gates went by: each was found whole, in this transaction, by the key that the database has not. */
function verifiedIn({ clearance, signatures }: GateFacts, order: Order): Verified[] {
  const all = [order, order.second, clearance.signature, ...signatures]
  return all.flatMap((one) => (one?.id && !one.broken ? [{ id: one.id, seal: one.seal ?? null }] : []))
}
