import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import { sealedText, type Stored } from '../access/signed.ts'
import { consentSeal } from '../consent/seal.content.ts'
import { calledName } from '../person/person.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { GateFacts } from './gateFacts.ts'
import type { Phase } from './session.ts'

/** Whose session this is, as the people in the room must see it. */
export interface SessionHead {
  readonly sessionId: string
  readonly courseId: string
  readonly personId: string
  readonly name: string
  readonly birthDate: string | null
  /** In which they are spoken to. */
  readonly language: 'en' | 'es'
  readonly number: number
  readonly plannedAt: Instant
  readonly phase: Phase
  readonly timeZone: string
  readonly protocol: Protocol
}

/** What a session's own tables hold of the facts. */
type Told = Pick<
  GateFacts,
  'pressures' | 'decisions' | 'rides' | 'presence' | 'asked' | 'told' | 'signatures' | 'withdrawals' | 'paper'
>
type SignatureRow = Stored & { readonly broken: boolean }
type ToldRow = Omit<Told, 'signatures'> & { readonly signatures: readonly SignatureRow[] }
export type SessionFacts = Told &
  Pick<GateFacts, 'birthDate' | 'session' | 'lastDoseAt' | 'lastHere' | 'lastBroughtAt' | 'consentWaitHours'>

/** One session, whose it is, and everything its own tables hold, in one statement. */
export async function sessionFacts(
  tx: PracticeTx,
  sessionId: string,
): Promise<{ head: SessionHead; facts: SessionFacts } | undefined> {
  const row = await headQuery(tx).where('s.id', '=', sessionId).executeTakeFirst()
  if (!row) return undefined
  const called = calledName({ calledBy: row.called_by, givenName: row.given_name })
  const head: SessionHead = {
    sessionId,
    courseId: row.course_id,
    personId: row.person_id,
    name: `${called} ${row.family_name}`,
    birthDate: row.birth_date,
    language: row.language,
    number: row.number,
    plannedAt: row.planned_at.getTime(),
    phase: row.phase,
    timeZone: row.time_zone,
    protocol: row.document,
  }
  const session = {
    id: sessionId,
    phase: row.phase,
    dosedAt: row.dosed_at?.getTime() ?? null,
    courseEndsAt: row.ended_at?.getTime() ?? null,
  }
  const lastDoseAt = latestOf(row.last_dose_at, row.last_brought_at)
  const lastBroughtAt = row.last_brought_at?.getTime() ?? null
  const consentWaitHours = row.wait_hours
  const signatures = row.told.signatures.map((signature) => signatureOf(tx, signature))
  const told = { ...row.told, signatures }
  const doses = { lastDoseAt, lastHere: row.last_here, lastBroughtAt }
  return { head, facts: { ...told, birthDate: row.birth_date, session, ...doses, consentWaitHours } }
}

const latestOf = (one: Date | null, other: Date | null): Instant | null =>
  one === null && other === null ? null : Math.max(one?.getTime() ?? -Infinity, other?.getTime() ?? -Infinity)

/** The database says whether text, columns and hour fit (`consent_whole`); whether the seal does takes the key. */
function signatureOf(
  tx: PracticeTx,
  { broken, ...signature }: SignatureRow,
): GateFacts['signatures'][number] {
  const { id, signedAt, seal } = signature
  const fits = seal === null || seal === tx.mark(consentSeal, sealedText(signature))
  return { id, signedAt, seal, broken: broken || !fits }
}

const headQuery = (tx: PracticeTx) =>
  tx
    .selectFrom('journey_session as s')
    .innerJoin('course', 'course.id', 's.course_id')
    .innerJoin('person', 'person.id', 's.person_id')
    .innerJoin('practice', 'practice.id', 's.practice_id')
    .innerJoin('protocol_edition as edition', (on) =>
      on
        .onRef('edition.id', '=', 'course.protocol_id')
        .onRef('edition.version', '=', 'course.protocol_version'),
    )
    .select(['s.number', 's.planned_at', 's.phase', 's.course_id', 's.person_id', 'course.ended_at'])
    .select(['given_name', 'family_name', 'called_by', 'birth_date', 'person.language', 'practice.time_zone'])
    .select(['edition.document', told.as('told')])
    .select([
      dosed(sql`=`).as('dosed_at'),
      dosed(sql`<>`).as('last_dose_at'),
      lastHere.as('last_here'),
      broughtIn.as('last_brought_at'),
      waitHours.as('wait_hours'),
    ])

/** A list as JSON, in the order of `place`, its moments in milliseconds. */
const listed = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(f) - 'place' order by f.place), '[]') from (${select}) f)`

const ms = (column: string) => sql`floor(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`

const works = sql`m.disabled_at is null and 'prescriber' = any(m.roles)`

const pressures = sql`
  select v.id, v.systolic_mmhg as "systolicMmHg", v.diastolic_mmhg as "diastolicMmHg", ${ms('v.taken_at')} as "takenAt",
    v.doubt is not null as doubtful, v.id as place
  from vital_reading v
  where v.practice_id = s.practice_id and v.person_id = s.person_id and v.session_id = s.id and v.systolic_mmhg is not null
    and not v.struck and not exists (
      select from vital_reading c where c.practice_id = v.practice_id and c.corrects = v.id)`

const decisions = sql`
  select d.gate, d.proceed, ${ms('d.decided_at')} as "decidedAt", ${ms('d.expires_at')} as "expiresAt", m.name as "byName",
    ${works} as prescribes, d.number as place
  from day_decision d join member m on m.id = d.decided_by
  where d.practice_id = s.practice_id and d.session_id = s.id`

const rides = sql`
  select r.id, r.name, r.phone, ${ms('r.named_at')} as "namedAt", r.number as place
  from ride_home r where r.practice_id = s.practice_id and r.session_id = s.id`

const presences = sql`
  select p.member_id as "memberId", m.name, p.state, ${ms('p.noted_at')} as "notedAt", p.number as place,
    case when m.disabled_at is null then m.roles else '{}' end as roles
  from presence p join member m on m.id = p.member_id
  where p.practice_id = s.practice_id and p.session_id = s.id`

const answers = sql`
  select a.wants_today as "wantsToday", a.safe_home as "safeHome", a.ride_id as "rideId",
    a.on_own_screen as "onOwnScreen", ${ms('a.asked_at')} as "askedAt", a.number as place
  from asked_alone a where a.practice_id = s.practice_id and a.session_id = s.id`

const toldOnTheDay = sql`
  select t.kind, ${ms('t.told_at')} as "toldAt", m.name as "byName",
    case when m.disabled_at is null then m.roles else '{}' end as roles,
    ${ms('t.solid_at')} as "solidAt", ${ms('t.clear_at')} as "clearAt",
    t.systolic_mmhg as "systolicMmHg", t.diastolic_mmhg as "diastolicMmHg", t.dizzy, t.items,
    ${ms('t.until_at')} as "untilAt", t.talked, t.wants_another as "wantsAnother", t.capacity, t.reason,
    t.lot, t.use_by as "useBy", t.agrees, t.answers, t.review, t.test_result as "testResult", t.report_result as "reportResult",
    t.number as place
  from day_told t join member m on m.id = t.told_by
  where t.practice_id = s.practice_id and t.person_id = s.person_id
    and (t.session_id = s.id or t.kind in ('pregnancy-test', 'report'))`

const signatures = sql`
  select c.id, c.practice_id as "practiceId", c.person_id as "personId", c.document_hash as "documentHash",
    ${ms('c.signed_at')} as "signedAt", c.signed_by as "signedBy", c.confirmation_id as "confirmationId", c.factor, c.seal,
    not consent_whole(c) as broken, c.signed_at as place
  from consent_signature c where c.practice_id = s.practice_id and c.person_id = s.person_id`

const withdrawals = sql`
  select w.part, ${ms('w.withdrawn_at')} as "withdrawnAt", w.withdrawn_at as place
  from consent_withdrawal w where w.practice_id = s.practice_id and w.person_id = s.person_id`

const paper = sql`(select jsonb_build_object(
    'standsSince', floor(extract(epoch from max(p.attested_at) filter (where e.ended_at is null)) * 1000)::bigint,
    'withdrawnAt', floor(extract(epoch from max(e.ended_at) filter (where e.how = 'withdrawn')) * 1000)::bigint)
  from paper_consent p left join paper_consent_end e on e.practice_id = p.practice_id and e.paper_id = p.id
  where p.practice_id = s.practice_id and p.person_id = s.person_id)`

const told = sql<ToldRow>`jsonb_build_object(
  'pressures', ${listed(pressures)}, 'decisions', ${listed(decisions)}, 'rides', ${listed(rides)},
  'presence', ${listed(presences)}, 'asked', ${listed(answers)}, 'told', ${listed(toldOnTheDay)}, 'signatures', ${listed(signatures)},
  'withdrawals', ${listed(withdrawals)}, 'paper', ${paper})`

const waitHours = sql<number | null>`consent_wait_hours(s.practice_id, care_now(s.practice_id))`

const dosed = (which: ReturnType<typeof sql>) =>
  sql<Date | null>`(select max(d.given_at) from doses_standing(s.practice_id, s.person_id) d where d.session_id ${which} s.id)`

/** The last dose in another session, and when they went home from it (`further_from`). */
const lastHere = sql<GateFacts['lastHere']>`(
  select jsonb_build_object('at', ${ms('l.at')}, 'homeAt', ${ms('l.home')}) from (
    select here.at, coalesce(
      (select min(e.discharged_at) from discharge e
        where e.practice_id = s.practice_id and e.person_id = s.person_id and e.discharged_at >= here.at),
      (select max(d.left_at) from departure d
        where d.practice_id = s.practice_id and d.person_id = s.person_id and d.left_at >= here.at and not d.struck
          and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id))) as home
    from (select max(d.given_at) as at from doses_standing(s.practice_id, s.person_id) d where d.session_id <> s.id) here
    where here.at is not null) l)`

/** The last moment at which a journey that was brought in can have been (`last_dose_before`). */
const broughtIn = sql<Date | null>`(select max(b.latest_at) from brought_standing(s.practice_id, s.person_id) b)`
