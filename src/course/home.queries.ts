import { sql } from 'kysely'
import { isHeldNow } from '../clearance/clearance.queries.ts'
import { integrationOf } from '../integration/integration.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { changedPlan } from '../journey/plan.queries.ts'
import { isWorded } from '../instrument/ownWords.ts'
import { dueInstruments } from '../measure/schedule.queries.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { arcDayOf, type ArcDay, type ArcFacts } from './arc.ts'
import { thingsOf, weekAfter } from './home.ts'
import { standingDoses, threadOf, type ThreadAhead } from './thread.ts'
import { newestThread, type CourseFacts } from './thread.queries.ts'
import { scales } from './scales.content.ts'

/** Everything the client's first page says, in the client's own framing. */
export async function homeOf(tx: PracticeTx, personId: string, careNow: Instant) {
  const { timeZone, agreed, ...standing } = await standingOf(tx, personId, careNow)
  const found = await newestThread(tx, personId)
  const { due, language } = await dueInstruments(tx, personId, careNow)
  const questionsDue = due.some(({ instrument }) => isWorded(instrument, language))
  const day = arcDayOf(
    found && arcFactsOf(found, { careNow, timeZone, leftOtherwise: await leftOtherwise(tx, found) }),
  )
  const { chains, exercises } = integrationOf(found?.facts.integration ?? nothingTold)
  const open = [...chains.flatMap((chain) => chain.exercises), ...exercises].filter(({ over }) => !over)
  const own = { careNow, arc: day, questionsDue, ...standing, chains, exercises }
  return {
    courseId: found?.courseId ?? null,
    agreed,
    careNow,
    day,
    earlier: found?.facts.earlier.length ?? 0,
    held: await isHeldNear(tx, personId, { day, careNow }),
    helpIsOpen: standing.helpSince !== null,
    things: thingsOf({ ...own, ...brought(found) }),
    changed: found ? await changedPlan(tx, found.courseId, careNow) : null,
    ahead: found ? aheadOf(found, careNow) : [],
    exercises: open.map(({ id, words }) => ({ id, words })),
    team: await careTeamOf(tx, personId),
  }
}

const isHeldNear = async (
  tx: PracticeTx,
  personId: string,
  { day: { kind }, careNow }: { day: ArcDay; careNow: Instant },
): Promise<boolean> => (kind === 'before' || kind === 'today') && isHeldNow(tx, personId, careNow)

const nothingTold = { insights: [], meanings: [], exercises: [], logs: [], changes: [] }

async function standingOf(tx: PracticeTx, personId: string, careNow: Instant) {
  const person = await tx
    .selectFrom('person')
    .select(['time_zone', 'id'])
    .select((of) => of.fn<string>('consent_state', [of.val(personId), of.val(isoOf(careNow))]).as('consent'))
    .select((of) => of.fn<Date | null>('help_open_since', [of.val(personId)]).as('help'))
    .select(historyTold(personId).as('historyTold'))
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { time_zone: timeZone, consent, help, historyTold: told } = person
  const signingDue = consent === 'unsigned' || consent === 'expired'
  const helpSince = help?.getTime() ?? null
  return { timeZone, signingDue, helpSince, agreed: consent !== 'unsigned', historyDue: !told }
}

/** They said that it is told, or a prescriber has decided already. */
const historyTold = (personId: string) =>
  sql<boolean>`exists (select from telling_done t where t.person_id = ${personId}::uuid)
    or exists (select from clearance c where c.person_id = ${personId}::uuid)`

function arcFactsOf(
  { facts }: CourseFacts,
  when: Pick<ArcFacts, 'careNow' | 'timeZone' | 'leftOtherwise'>,
): ArcFacts {
  const doses = standingDoses(facts)
  const sessions = facts.sessions.map((session) => ({
    ...session,
    doseAt: doses.find(({ sessionId }) => sessionId === session.id)?.at ?? null,
  }))
  return { ...when, endsAt: facts.endsAt, sessions }
}

/** Whether, since the last dose, they left other than by discharge, and were not sent home after all. */
async function leftOtherwise(tx: PracticeTx, found: CourseFacts): Promise<boolean> {
  const since = lastDoseOf(found)
  if (since === null) return false
  const row = await tx
    .selectFrom('departure as d')
    .leftJoin('departure as c', 'c.corrects', 'd.id')
    .leftJoin('discharge as e', (on) =>
      on.onRef('e.session_id', '=', 'd.session_id').onRef('e.discharged_at', '>=', 'd.left_at'),
    )
    .select('d.id')
    .where('d.course_id', '=', found.courseId)
    .where('d.left_at', '>=', sql<Date>`${isoOf(since)}::timestamptz`)
    .where('d.struck', '=', false)
    .where('c.id', 'is', null)
    .where('e.id', 'is', null)
    .executeTakeFirst()
  return row !== undefined
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
