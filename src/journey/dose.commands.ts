import { command } from '../audit/audit.commands.ts'
import { correcting, reasonIn, type Why } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { instant, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { baseMgOf } from '../medication/order.ts'
import { directorHere } from '../director/director.queries.ts'
import { followPerson } from '../measure/schedule.commands.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { dosePlace, type DosePlace } from './dose.queries.ts'
import { addDose, type Amount, type Identifier } from './dose.store.ts'
import { doubtOf, releaseLives } from './facts.ts'
import { chooseWatch } from './watching.commands.ts'

interface Given extends Amount {
  readonly id: string
  readonly sessionId: string
  readonly orderId: string | null
  readonly identifiers: readonly Identifier[]
  readonly givenAt: string
  readonly corrects: string | null
  readonly struck: boolean
}

/**
 * Takes down a dose, in any phase and whatever the gates say. Without a live release it is a deviation, and in the same
 * transaction a task for the medical director, or where nobody is named for whoever signed the order, as there is where it is
 * written down too late to be seen to have been under one; monitoring begins either way.
 */
export const recordDose = command(async (tx, asked: Given, { personId, careNow }: Call) => {
  const by = tx.actor.seatId
  if (personId === null || by === null) throw new Problem('not-found')
  const { courseId, orderId, prescriberId } = await placeFor(tx, asked)
  const givenAt = instant(asked.givenAt)
  const doubt = doubtOf(givenAt, careNow)
  const dose = { ...asked, personId, courseId, orderId, givenAt, doubt, givenBy: by, by }
  const judged = await addDose(tx, { ...dose, baseMg: baseMgOf(asked) })
  if (!judged) throw new Problem(asked.corrects === null ? 'id-taken' : 'corrected-already')
  await tellOf(tx, asked, { ...judged, personId, prescriberId, careNow, givenAt })
  await chooseWatch(tx, { personId, courseId, sessionId: asked.sessionId, careNow })
  await followPerson(tx, personId)
  return { id: asked.id, deviation: judged.deviation, because: judged.because, doubt }
}, whyGiven)

interface Judged {
  readonly deviation: boolean
  readonly releaseId: string | null
  readonly personId: string
  readonly prescriberId: string | undefined
  readonly careNow: Instant
  readonly givenAt: Instant
}

async function tellOf(tx: WriteTx, { id, corrects }: Given, judged: Judged): Promise<void> {
  const { personId, prescriberId, careNow } = judged
  if (judged.deviation) {
    const ownerSeatId = (await directorHere(tx))?.seatId ?? prescriberId
    const about = { personId, kind: 'dose-deviation', aboutId: id, urgency: 'at-once' } as const
    await raiseTask.within(tx, { ...about, ownerSeatId }, { careNow })
    return
  }
  const isLate = judged.releaseId !== null && careNow - judged.givenAt > releaseLives
  if (!isLate || corrects !== null) return
  const about = { personId, kind: 'dose-written-late', aboutId: id, urgency: 'same-day' } as const
  await raiseTask.within(tx, { ...about, ownerSeatId: prescriberId }, { careNow })
}

/** A dose past the gates keeps beside it which of them were open. */
function whyGiven({ id, corrects }: Given, { deviation }: { readonly deviation: boolean }): Why | null {
  return deviation ? reasonIn('dose', id) : correcting('dose', corrects)
}

/** Refused are only a correction of what is not there, and a session that is not there. */
async function placeFor(tx: PracticeTx, asked: Given): Promise<DosePlace> {
  if (asked.struck && asked.corrects === null)
    throw new Problem('malformed', [{ path: 'corrects', fault: 'missing' }])
  const place = await dosePlace(tx, asked)
  if (!place) throw new Problem('not-found')
  if (asked.corrects !== null && !place.corrected) throw new Problem('nothing-to-correct')
  return place
}
