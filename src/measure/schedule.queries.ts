import { sql } from 'kysely'
import { ownFormsHere } from '../form/form.queries.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { fromLibrary, libraryIds } from '../instrument/library.content.ts'
import { mayOpenScreen, opening, sittingHours, suicideScreen } from '../instrument/screen.ts'
import { wordedHere } from '../instrument/wording.queries.ts'
import { isWorded } from '../instrument/ownWords.ts'
import { hour, isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { isOf, type Logged, type Standing } from './log.ts'
import { askedSoFar, isNeverSelfServed, offered, stateOf, type Answered, type Open } from './occasion.ts'
import { planOf, type Asking, type Intended, type Journey, type ScheduleFacts } from './schedule.ts'
import { askableOf } from './setting.ts'
import { usualSchedule } from './usual.content.ts'

/** The practice's own schedule, or the usual one. */
export async function scheduleHere(tx: PracticeTx): Promise<{ lines: readonly Asking[]; usual: boolean }> {
  const row = await tx
    .selectFrom('asking_schedule')
    .select('lines')
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { lines: row.lines, usual: false } : { lines: usualSchedule, usual: true }
}

const hasWords = (instrument: Instrument) => isWorded(instrument, 'en') || isWorded(instrument, 'es')

/** Everything that has words here, in one language at least. */
export async function askableHere(
  tx: PracticeTx,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, Instrument>> {
  const wanted = ids ?? [...libraryIds(), ...(await ownFormsHere(tx)).keys()]
  const all = await wordedHere(tx, [...new Set(wanted)])
  return new Map([...all].filter(([, instrument]) => hasWords(instrument)))
}

/** Whether an answer in it opened the suicide screen; and how much was said, where its form is not here any more. */
type Given = Answered & { readonly opens: boolean; readonly said: number }

interface PersonFacts extends ScheduleFacts {
  readonly language: 'en' | 'es'
  readonly hasMet: boolean
  readonly responses: readonly Given[]
  readonly log: readonly Logged[]
}

/** What the schedule stands on, in one question to the database. */
async function factsOf(tx: PracticeTx, personId: string): Promise<PersonFacts | undefined> {
  const { practiceId } = tx.actor
  const row = await tx
    .selectFrom('person')
    .select(['language', 'time_zone', enrolled.as('enrolled'), left.as('left'), completed.as('completed')])
    .select([met.as('met'), journeys.as('journeys'), responses.as('responses'), logged.as('log')])
    .where('practice_id', '=', practiceId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    language: row.language,
    timeZone: row.time_zone,
    enrolledAt: row.enrolled,
    leftAt: row.left,
    completedAt: row.completed,
    hasMet: row.met,
    journeys: row.journeys,
    responses: row.responses,
    log: row.log,
  }
}

const here = sql`person.practice_id and person_id = person.id`

/** Milliseconds, whole: what is written down is found again by them. */
const ms = (moment: string) => sql.raw(`floor(extract(epoch from ${moment}) * 1000)::float8`)

/** The course's beginning; before there is one, the first sign-in. */
const enrolled = sql<number | null>`coalesce(
  (select ${ms('max(begun_at)')} from course c where c.practice_id = ${here}),
  (select ${ms('min(since)')} from seat s where s.practice_id = ${here} and s.kind = 'client'))`

/** When the last of the client's own seats ended; nothing while one stands. */
const left = sql<number | null>`(select case when bool_and(until is not null) then ${ms('max(until)')} end
  from seat s where s.practice_id = ${here} and s.kind = 'client')`

/** The end of the newest course, where it has one. */
const completed = sql<number | null>`(select ${ms('ended_at')} from course c where c.practice_id = ${here}
  order by begun_at desc limit 1)`

const met = sql<boolean>`has_met(person.id)`

const journeys = sql<Journey[]>`coalesce((
  select json_agg(json_build_object('id', j.id, 'cancelled', j.phase = 'cancelled', 'plannedAt', ${ms('j.planned_at')}, 'doseAt', (
    select ${ms('min(d.given_at)')} from dose d where d.practice_id = j.practice_id and d.session_id = j.id and not d.struck
      and not exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id))) order by j.planned_at)
  from journey_session j where j.practice_id = ${here}), '[]')`

const responses = sql<Given[]>`coalesce((
  select json_agg(json_build_object('id', r.id, 'instrumentId', r.instrument_id, 'answeredAt', ${ms('r.answered_at')},
    'opens', ${opening} = any (r.flags) and r.given = 'alone',
    'said', (select count(*) from jsonb_object_keys(coalesce(r.answers -> 'said', '{}') || r.withheld)))
    order by r.answered_at, r.id)
  from instrument_response r where r.practice_id = ${here}
    and not exists (select from instrument_response c where c.practice_id = r.practice_id and c.replaces = r.id)), '[]')`

const logged = sql<Logged[]>`coalesce((
  select json_agg(json_build_object('key', l.key, 'what', l.what, 'targetAt', ${ms('l.target_at')}, 'late', l.late))
  from asking_log l where l.practice_id = ${here}), '[]')`

export interface Stand {
  readonly facts: PersonFacts
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly plan: readonly Intended[]
  /** In the order in which it opens. */
  readonly all: readonly Standing[]
}

/** What one person was, is and will be asked, by the schedule that holds now. */
export async function standOf(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<Stand | undefined> {
  const facts = await factsOf(tx, personId)
  if (!facts) return undefined
  const { lines } = await scheduleHere(tx)
  const instruments = await askableHere(
    tx,
    lines.flatMap((line) => line.instruments),
  )
  const plan = planOf(askableOf(lines, new Set(instruments.keys())), facts)
  const given = { responses: facts.responses, refused: refusedIn(plan, facts.log) }
  const states = plan.map((intended) => ({ intended, state: stateOf(intended, given, careNow) }))
  const alone = aloneAmong(states, facts, instruments)
  return {
    facts,
    instruments,
    plan,
    all: states.map((one) => ({ ...one, alone: alone.has(one.intended.key) })),
  }
}

/** What was put off is put off for its own time: the same occasion of a later course is asked again. */
const refusedIn = (plan: readonly Intended[], log: readonly Logged[]): ReadonlySet<string> =>
  new Set(
    plan
      .filter((intended) => log.some((one) => one.what === 'refused' && isOf(intended, one)))
      .map(({ key }) => key),
  )

function aloneAmong(
  states: readonly Omit<Standing, 'alone'>[],
  { hasMet, responses: answers }: PersonFacts,
  instruments: Stand['instruments'],
): ReadonlySet<string> {
  const known = (id: string) => instruments.get(id) ?? fromLibrary(id)
  const screen = known(suicideScreen)
  const screenItems = screen ? mostItems(screen) : 0
  const itemsOf = (id: string, said: number) => {
    const instrument = known(id)
    return instrument ? mostItems(instrument) : said
  }
  const open = states.flatMap(({ state, intended }) => {
    const instrument = instruments.get(intended.instrumentId)
    if (state !== 'open' || instrument?.rater !== 'self') return []
    return [{ intended, items: mostItems(instrument), ...aboutScreen(instrument) }]
  })
  // What was put off counts as well: whoever says no to a short form is not handed a longer one in its place.
  const putOff = states.flatMap(({ state, intended }) =>
    state === 'refused' ? [{ instrumentId: intended.instrumentId, opens: false, said: 0 }] : [],
  )
  const put = [...putOff, ...answers].map(({ instrumentId, opens, said }) => ({
    items: itemsOf(instrumentId, said),
    isScreen: instrumentId === suicideScreen,
    opened: opens,
  }))
  const asked = askedSoFar(put, screenItems)
  return new Set(offered(open, { hasMet, asked, screenItems }).now.map(({ key }) => key))
}

/** Every question that it may ask, whatever is answered. */
const mostItems = ({ items }: Instrument): number => items.filter(({ setting }) => !setting).length

const aboutScreen = (instrument: Instrument): Pick<Open, 'inPerson' | 'screen'> => ({
  inPerson: isNeverSelfServed(instrument),
  screen: instrument.id === suicideScreen ? 'is' : mayOpenScreen(instrument) ? 'opens' : null,
})

export interface DueInstrument {
  readonly instrument: Instrument
  /** Null: an answer opened it, in the same sitting. */
  readonly intended: Intended | null
  readonly since: Instant
}

/** What this person is asked now, to answer alone; what can be asked for the shortest time still is asked first. */
export async function dueInstruments(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<{ due: readonly DueInstrument[]; together: number; language: 'en' | 'es' }> {
  const stand = await standOf(tx, personId, careNow)
  if (!stand) return { due: [], together: 0, language: 'en' }
  const open = stand.all.filter(({ state }) => state === 'open')
  const due = open.flatMap(({ alone, intended }) => {
    const instrument = stand.instruments.get(intended.instrumentId)
    return alone && instrument ? [{ instrument, intended, since: intended.opensAt }] : []
  })
  due.sort((one, other) => one.intended.closesAt - other.intended.closesAt)
  const opened = await openedBy(tx, personId, careNow)
  const ids = new Set(due.map(({ instrument }) => instrument.id))
  const together = new Set(open.map(({ intended }) => intended.instrumentId).filter((id) => !ids.has(id)))
  const others = due.filter(({ instrument }) => instrument.id !== opened?.instrument.id)
  return { due: opened ? [opened, ...others] : due, together: together.size, language: stand.facts.language }
}

/** An answer about death that opened the suicide screen, which was not answered since: it comes before everything else. */
async function openedBy(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<DueInstrument | undefined> {
  const row = await openingAnswer(tx, personId, careNow)
  if (!row || row.screened) return undefined
  const instrument = (await askableHere(tx, [suicideScreen])).get(suicideScreen)
  return instrument && { instrument, intended: null, since: row.at }
}

/** The newest answer of this sitting that opens the screen, and whether the screen was answered since. */
export async function openingAnswer(tx: PracticeTx, personId: string, careNow: Instant) {
  const row = await tx
    .selectFrom('instrument_response as r')
    .select(['r.id', 'r.answered_at'])
    .select(
      sql<boolean>`exists (select from instrument_response s where s.practice_id = r.practice_id
        and s.person_id = r.person_id and s.instrument_id = ${suicideScreen} and s.answered_at >= r.answered_at)`.as(
        'screened',
      ),
    )
    .where('r.practice_id', '=', tx.actor.practiceId)
    .where('r.person_id', '=', personId)
    .where(sql<boolean>`'suicide-item-positive' = any (r.flags)`)
    // What a member wrote down opens nothing on the client's own page: they are sitting with the person.
    .where('r.given', '=', 'alone')
    .where('r.answered_at', '>', sql<Date>`${isoOf(careNow - sittingHours * hour)}::timestamptz`)
    .orderBy('r.answered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, at: row.answered_at.getTime(), screened: row.screened }
}

/** The account a reminder goes to, where the client can still come in. */
export async function accountOf(tx: PracticeTx, personId: string, now: Instant): Promise<string | null> {
  const row = await tx
    .selectFrom('seat')
    .select('account_id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'client')
    .where(sql<boolean>`(until is null or until > ${isoOf(now)}::timestamptz)`)
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** Everyone who could be asked something here. */
export const clientsHere = async (tx: PracticeTx): Promise<string[]> =>
  (
    await tx
      .selectFrom('seat')
      .select('person_id')
      .distinct()
      .where('practice_id', '=', tx.actor.practiceId)
      .where('kind', '=', 'client')
      .execute()
  ).flatMap(({ person_id: id }) => (id === null ? [] : [id]))
