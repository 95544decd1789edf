import { command } from '../audit/audit.commands.ts'
import { correcting } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { reachableFor } from '../safety/safety.queries.ts'
import { treat } from '../safety/task.ts'
import { tasksOf, type DepartureField, type Way } from './departure.ts'
import { departurePlace } from './departure.queries.ts'
import { addContact, addDeparture } from './departure.store.ts'
import { doubtOf } from './facts.ts'
import { heldFacts } from './gates.queries.ts'

interface Asked extends Readonly<Record<DepartureField, string | null>> {
  readonly id: string
  readonly sessionId: string
  readonly way: Way
  readonly leftAt: string
  readonly calledAt: string | null
  readonly inWriting: boolean | null
  readonly reached: boolean | null
  readonly callbackBy: string | null
  readonly corrects: string | null
  readonly struck: boolean
}

/**
 * A person left other than by discharge. Taken down in any phase of the session; refused are only an id that is in use, and a
 * correction of what is not there. In the same transaction it is put before named people.
 */
export const recordDeparture = command(
  async (tx, asked: Asked, call: Call) => {
    const { personId, by } = told(tx, call)
    await heldFacts(tx, asked.sessionId)
    const place = await placeFor(tx, asked)
    const leftAt = instant(asked.leftAt)
    const doubt = doubtOf(leftAt, call.careNow)
    const callbackBy = await calling(tx, personId, asked.callbackBy)
    const calledAt = asked.calledAt === null ? null : instant(asked.calledAt)
    const { courseId } = place
    const departure = { ...asked, personId, courseId, leftAt, calledAt, doubt, callbackBy, recordedBy: by }
    if (!(await addDeparture(tx, departure)))
      throw new Problem(asked.corrects === null ? 'id-taken' : 'corrected-already')
    if (asked.reached !== null) {
      const contact = { id: asked.id, sessionId: asked.sessionId, reached: asked.reached, words: null }
      await addContact(tx, { ...contact, personId, triedAt: call.careNow, doubt: null, recordedBy: by })
    }
    if (!asked.struck && place.corrected?.way !== asked.way)
      await putBefore(tx, { ...departure, personId }, call)
    return { id: asked.id, doubt }
  },
  ({ corrects }) => correcting('departure', corrects),
)

interface Put extends Pick<Asked, 'id' | 'way' | 'reached'> {
  readonly personId: string
  readonly leftAt: number
  readonly callbackBy: string | null
  readonly corrects: string | null
}

/** A correction that names another way asks for what that way asks for; the call of the day after was asked for already. */
async function putBefore(tx: WriteTx, put: Put, { careNow }: Call): Promise<void> {
  const { id, personId, way, reached, callbackBy, corrects } = put
  const tasks = tasksOf(way, Math.min(put.leftAt, careNow), reached)
  for (const task of tasks.filter(({ kind }) => corrects === null || kind !== 'safety-callback')) {
    const owner = task.kind === 'safety-callback' ? (callbackBy ?? undefined) : undefined
    await raiseTask.within(tx, { ...task, personId, aboutId: id, ownerSeatId: owner }, { careNow })
  }
}

/** Only someone who treats, and takes part in this care now, can be given the call. Otherwise it is no one's choice yet. */
async function calling(tx: WriteTx, personId: string, wanted: string | null): Promise<string | null> {
  if (wanted === null) return null
  const reachable = await reachableFor(tx, personId)
  return reachable.some(({ seatId, roles }) => seatId === wanted && treat(roles)) ? wanted : null
}

function told({ actor }: WriteTx, { personId }: Call): { personId: string; by: string } {
  if (personId === null || actor.seatId === null) throw new Problem('not-found')
  return { personId, by: actor.seatId }
}

async function placeFor(tx: WriteTx, asked: Asked) {
  if (asked.struck && asked.corrects === null)
    throw new Problem('malformed', [{ path: 'corrects', fault: 'missing' }])
  const place = await departurePlace(tx, asked)
  if (!place) throw new Problem('not-found')
  if (asked.corrects !== null && !place.corrected) throw new Problem('nothing-to-correct')
  return place
}

interface Contacted {
  readonly id: string
  readonly sessionId: string
  readonly reached: boolean
  readonly words: string | null
  readonly triedAt: string
}

/** It closes nothing by itself: the task stays with its owner until they say so. */
export const recordContact = command(async (tx, asked: Contacted, call: Call) => {
  const { personId, by } = told(tx, call)
  const triedAt = instant(asked.triedAt)
  const doubt = doubtOf(triedAt, call.careNow)
  const added = await addContact(tx, { ...asked, personId, triedAt, doubt, recordedBy: by })
  if (!added) throw new Problem('id-taken')
  return { id: asked.id, doubt }
})
