import { integrationOf } from '../integration/integration.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { dueInstruments } from '../measure/measure.queries.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { arcDayOf, type ArcFacts } from './arc.ts'
import { thingsOf, weekAfter } from './home.ts'
import { standingDoses, threadOf, type ThreadAhead } from './thread.ts'
import { newestThread, type CourseFacts } from './thread.queries.ts'
import { scales } from './scales.content.ts'

/** Everything the client's first page says, in the client's own framing. */
export async function homeOf(tx: PracticeTx, personId: string, careNow: Instant) {
  const { timeZone, consentStands } = await standingOf(tx, personId, careNow)
  const found = await newestThread(tx, personId)
  const questionsDue = (await dueInstruments(tx, personId, careNow)).length > 0
  const day = arcDayOf(found && arcFactsOf(found, { careNow, timeZone }))
  const { chains, exercises } = integrationOf(found?.facts.integration ?? nothingTold)
  const open = [...chains.flatMap((chain) => chain.exercises), ...exercises].filter(({ over }) => !over)
  const own = { careNow, arc: day, questionsDue, consentStands, chains, exercises }
  return {
    courseId: found?.courseId ?? null,
    careNow,
    day,
    things: thingsOf({ ...own, ...brought(found) }),
    ahead: found ? aheadOf(found, careNow) : [],
    exercises: open.map(({ id, words }) => ({ id, words })),
    team: await careTeamOf(tx, personId),
  }
}

const nothingTold = { insights: [], meanings: [], exercises: [], logs: [], changes: [] }

async function standingOf(tx: PracticeTx, personId: string, careNow: Instant) {
  const person = await tx
    .selectFrom('person')
    .select(['time_zone', 'id'])
    .select((of) => of.fn<string>('consent_state', [of.val(personId), of.val(isoOf(careNow))]).as('consent'))
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return { timeZone: person.time_zone, consentStands: person.consent === 'stands' }
}

function arcFactsOf({ facts }: CourseFacts, when: Pick<ArcFacts, 'careNow' | 'timeZone'>): ArcFacts {
  const doses = standingDoses(facts)
  const sessions = facts.sessions.map((session) => ({
    ...session,
    doseAt: doses.find(({ sessionId }) => sessionId === session.id)?.at ?? null,
  }))
  return { ...when, endsAt: facts.endsAt, sessions }
}

const lastDoseOf = ({ facts }: CourseFacts): Instant | null => standingDoses(facts).at(-1)?.at ?? null

function brought(found: CourseFacts | undefined) {
  const { intentions = [], beliefs = [], ratings = [] } = found?.facts ?? {}
  return {
    hasIntention: intentions.length > 0,
    hasBelief: beliefs.length > 0,
    beliefRatedAt: ratings.length === 0 ? null : Math.max(...ratings.map(({ at }) => at)),
    lastDoseAt: found ? lastDoseOf(found) : null,
  }
}

/** What was agreed, and the questions that are asked again a week after a dose. */
function aheadOf(found: CourseFacts, careNow: Instant) {
  const { ahead } = threadOf(found.facts, { framing: 'client', careNow, scales })
  const lastDoseAt = lastDoseOf(found)
  const again = lastDoseAt === null ? -Infinity : lastDoseAt + weekAfter
  const questions = again > careNow ? [{ at: again, kind: 'questions' as const, number: null }] : []
  const all: readonly (Omit<ThreadAhead, 'kind'> & { kind: ThreadAhead['kind'] | 'questions' })[] = [
    ...ahead,
    ...questions,
  ]
  return all.toSorted((a, b) => a.at - b.at)
}
