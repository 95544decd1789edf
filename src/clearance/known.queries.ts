import { sql } from 'kysely'
import { historyOf, referralsOf } from '../intake/intake.queries.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { personById } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { proposalsIn, tableHere } from '../rule/own.queries.ts'
import type { Proposal } from '../rule/own.ts'
import { form } from '../telling/telling.content.ts'
import { tellingsOf } from '../telling/telling.queries.ts'
import { toldBy } from '../telling/telling.ts'
import { changingLines, type Changed } from './reopened.ts'
import {
  outcomeInstruments,
  protocolNamed,
  type Judged,
  type Known,
  type MeasuredPressure,
  type Planned,
  type Tested,
} from './known.ts'

/** Everything the rules of screening look at, as it stands now. */
export async function knownOf(tx: PracticeTx, personId: string, careNow: Instant): Promise<Known> {
  const person = await personById(tx, personId)
  const told = person?.birthDate ? undefined : (await referralsOf(tx, personId))[0]?.demographics.birthDate
  const { protocol, proposals, ...besides } = await besidesOf(tx, personId, careNow)
  return {
    ...besides,
    table: tableHere(proposals, careNow),
    careNow,
    protocol: protocolNamed(protocol ?? undefined),
    history: await historyOf(tx, personId),
    birthDate: person?.birthDate ?? told ?? null,
    measured: await measuredBeforeDoses(tx, personId, careNow),
    told: toldBy(form, await tellingsOf(tx, personId)),
  }
}

interface Besides {
  readonly timeZone: string
  readonly protocol: string | null
  readonly doses: readonly Instant[]
  readonly brought: readonly string[]
  readonly answered: NonNullable<Known['answered']>
  readonly formulation: Judged | null
  readonly plan: Planned | null
  readonly changed: readonly Changed[]
  readonly tested: Tested | null
  readonly proposals: readonly Proposal[]
}

const scored: readonly string[] = [...outcomeInstruments, 'audit', 'dast-10']

/** What other slices hold that a rule looks at, in one trip. */
async function besidesOf(tx: PracticeTx, personId: string, careNow: Instant): Promise<Besides> {
  const here = sql`practice_id = ${tx.actor.practiceId}::uuid and person_id = ${personId}::uuid`
  const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`
  const row = await tx
    .selectNoFrom([
      sql<string>`(select time_zone from practice where id = ${tx.actor.practiceId}::uuid)`.as('timeZone'),
      sql<string | null>`(select protocol_id from course
        where ${here} and coalesce(ended_at > ${isoOf(careNow)}, true) order by begun_at desc, id desc limit 1)`.as(
        'protocol',
      ),
      sql<Besides['doses']>`(select coalesce(json_agg(${ms('d.given_at')}), '[]')
        from doses_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid) d)`.as('doses'),
      sql<Besides['brought']>`(select coalesce(json_agg(b.given_on), '[]')
        from brought_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid) b)`.as('brought'),
      sql<Besides['answered']>`(select coalesce(json_agg(newest), '[]') from (
        select distinct on (r.instrument_id) r.id, r.instrument_id as instrument, r.total, ${ms('r.answered_at')} as "answeredAt"
        from instrument_response r
        where ${here} and r.instrument_id = any(${scored}) and r.total is not null
          and not exists (select from instrument_response later where later.practice_id = r.practice_id and later.replaces = r.id)
        order by r.instrument_id, r.answered_at desc, r.id desc) newest)`.as('answered'),
      sql<
        Besides['formulation']
      >`(select json_build_object('id', f.id, 'level', f.level, 'madeAt', ${ms('f.made_at')}, 'madeBy', m.name)
        from risk_formulation f join member m on m.practice_id = f.practice_id and m.id = f.made_by
        where f.practice_id = ${tx.actor.practiceId}::uuid and f.person_id = ${personId}::uuid
        order by f.made_at desc, f.id desc limit 1)`.as('formulation'),
      sql<
        Besides['plan']
      >`(select json_build_object('id', p.id, 'madeAt', ${ms('p.made_at')}, 'madeWith', m.name)
        from safety_plan p join member m on m.practice_id = p.practice_id and m.id = p.made_with
        where p.practice_id = ${tx.actor.practiceId}::uuid and p.person_id = ${personId}::uuid
        order by p.made_at desc, p.id desc limit 1)`.as('plan'),
      changedIn(tx.actor.practiceId, personId).as('changed'),
      testedIn(tx.actor.practiceId, personId, isoOf(careNow)).as('tested'),
      proposalsIn(tx.actor.practiceId).as('proposals'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

const testedIn = (practiceId: string, personId: string, now: string) => sql<Tested | null>`(
  select json_build_object('id', t.id, 'result', t.test_result, 'at', (extract(epoch from t.told_at) * 1000)::bigint, 'by', m.name)
  from day_told t join member m on m.practice_id = t.practice_id and m.id = t.told_by
  where t.practice_id = ${practiceId}::uuid and t.person_id = ${personId}::uuid and t.kind = 'pregnancy-test'
    and t.test_result <> 'unclear' and t.told_at <= ${now}::timestamptz
  order by t.number desc limit 1)`

/** What stands of what was told to have changed: the newest that was said to each question in each session. */
const changedIn = (practiceId: string, personId: string) => sql<Changed[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'line', said.line, 'at', (extract(epoch from t.told_at) * 1000)::bigint)
    order by t.number), '[]')
  from day_told t cross join lateral jsonb_each_text(t.answers) said (line, answer)
  where t.practice_id = ${practiceId}::uuid and t.person_id = ${personId}::uuid and t.kind = 'answers'
    and said.line = any(${changingLines}) and said.answer in ('yes', 'new')
    and not exists (
      select from day_told later where later.practice_id = t.practice_id and later.session_id = t.session_id
        and later.kind = 'answers' and later.answers ? said.line and later.number > t.number
    ))`

export async function changedOf(tx: PracticeTx, personId: string): Promise<Changed[]> {
  const { changed } = await tx
    .selectNoFrom(changedIn(tx.actor.practiceId, personId).as('changed'))
    .executeTakeFirstOrThrow()
  return changed
}

/** Under the medicine pressures rise by themselves: only those before a dose say how someone is at rest. */
async function measuredBeforeDoses(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<MeasuredPressure[]> {
  const rows = await tx
    .selectFrom('vital_reading as v')
    .leftJoin('member as m', 'm.id', 'v.recorded_by')
    .select(['v.id', 'v.systolic_mmhg', 'v.diastolic_mmhg', 'v.taken_at', 'm.name'])
    .where('v.practice_id', '=', tx.actor.practiceId)
    .where('v.person_id', '=', personId)
    .where('v.systolic_mmhg', 'is not', null)
    .where('v.struck', '=', false)
    .where('v.doubt', 'is', null)
    .where(sql<boolean>`v.taken_at <= ${isoOf(careNow)}`)
    .where(
      sql<boolean>`not exists (select from vital_reading c where c.practice_id = v.practice_id and c.corrects = v.id)`,
    )
    .where(sql<boolean>`not exists (select from doses_standing(v.practice_id, v.person_id) d
      where d.session_id = v.session_id and d.given_at <= v.taken_at)`)
    .orderBy('v.id', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    systolicMmHg: row.systolic_mmhg ?? 0,
    diastolicMmHg: row.diastolic_mmhg ?? 0,
    takenAt: row.taken_at.getTime(),
    takenBy: row.name ?? '',
  }))
}
