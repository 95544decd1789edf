import { afterAll, expect, test } from 'vitest'
import { addCourse, addGuest } from '../../app/testing/arrange.ts'
import { openClinic } from '../../app/testing/clinic.ts'
import { oneSided } from '../../app/testing/oneSided.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, people } = clinic
const { courseId } = await addCourse(owner, practiceId, people.client.seatId)
await addCourse(owner, practiceId, people.otherClient.seatId)
await addCourse(owner, clinic.elsewhere, people.foreignClient.seatId)
const guest = await addGuest(
  owner,
  { practiceId, personId: people.client.seatId, courseId },
  people.foreigner,
)
for (const someone of [people.client, people.therapist, people.coordinator])
  await clinic.ask(someone, `/api/people/${people.client.seatId}`)

/** Not fenced by practice, each for a reason: the history of the schema, how far the trail is sealed, when jobs last ran. */
const unfenced = ['audit_horizon', 'job_beat', 'migration']

/** The same for everyone, and no one's: the published editions of protocols, which gates are derived from. */
const published = ['protocol_published']

/** The only columns the app may ever change. Everything else in the database is only added to. */
const changeable = [
  'account.disabled_at',
  'account.language',
  'audit_horizon.sealed_below',
  'care_team.until',
  'confirmation.used_at',
  'consent_place.choices',
  'consent_place.document_version',
  'consent_place.page',
  'consent_place.saved_at',
  'course.ended_at',
  'instrument_draft.answers',
  'instrument_draft.language',
  'instrument_draft.saved_at',
  'instrument_draft.withheld',
  'invitation.taken_at',
  'invitation.taken_by',
  'invitation.withdrawn_at',
  'job_beat.at',
  'journey_session.phase',
  'journey_session.planned_at',
  'journey_session.room',
  'known_device.until',
  'login.ended_at',
  'login.ended_why',
  'login.seen_at',
  'member.disabled_at',
  'member.name',
  'member.roles',
  // Derived from doses and responses, and made anew when they change.
  'outcome_point.answered_at',
  'outcome_point.baseline',
  'outcome_point.baseline_band',
  'outcome_point.change',
  'outcome_point.closes_at',
  'outcome_point.opens_at',
  'outcome_point.protocol_id',
  'outcome_point.reliable',
  'outcome_point.remission',
  'outcome_point.response',
  'outcome_point.route',
  'outcome_point.rule_id',
  'outcome_point.rule_version',
  'outcome_point.spread_correlation',
  'outcome_point.spread_population',
  'outcome_point.spread_sd',
  'outcome_point.threshold',
  'outcome_point.threshold_kind',
  'outcome_point.threshold_source',
  'outcome_point.total',
  'passkey.counter',
  'passkey.name',
  'passkey.until',
  'passkey.used_at',
  'password.hash',
  'password.set_at',
  'person.address_line',
  'person.birth_date',
  'person.called_by',
  'person.city',
  'person.email',
  'person.family_name',
  'person.gender',
  'person.given_name',
  'person.language',
  'person.phone',
  'person.postal_code',
  'person.state',
  'person.time_zone',
  'psychotherapy_note_draft.saved_at',
  'psychotherapy_note_draft.sealed',
  'rating_draft.answers',
  'rating_draft.language',
  'rating_draft.rated_at',
  'rating_draft.read_from',
  'rating_draft.saved_at',
  'rating_draft.withheld',
  'recovery_code.replaced_at',
  'recovery_code.used_at',
  'recovery_request.allowed',
  'recovery_request.decided_at',
  'recovery_request.decided_by',
  'seat.until',
  'set_up_code.used_at',
  'sign_in_link.used_at',
  'totp.last_used_step',
  'totp.until',
  'wrong_try.last_at',
  'wrong_try.wrong',
]

const tables =
  await listed(`select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
  where nspname = 'public' and relkind = 'r'`)

test('every table is fenced, but for those named with a reason', async () => {
  const open =
    await listed(`select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname = 'public' and relkind = 'r' and not relrowsecurity`)
  expect(open).toEqual(unfenced)
})

test('every fenced table has a policy', async () => {
  const bare =
    await listed(`select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname = 'public' and relkind = 'r' and relrowsecurity
      and not exists (select from pg_policy where polrelid = c.oid)`)
  expect(bare).toEqual([])
})

test('whoever is nobody sees no row of any table', async () => {
  const seen: string[] = []
  for (const table of readable(await grants('SELECT'))) if ((await countAs({}, table)) > 0) seen.push(table)
  expect(seen.filter((table) => ![...unfenced, ...published].includes(table))).toEqual([])
})

test('in one practice, no row of another is seen', async () => {
  const acting = {
    practice_id: practiceId,
    seat_id: people.therapist.seatId,
    account_id: people.therapist.accountId,
  }
  const foreign: string[] = []
  for (const table of await withColumn('practice_id'))
    if ((await countAs(acting, table, `practice_id not in ('${practiceId}')`)) > 0) foreign.push(table)
  expect(foreign).toEqual([])
})

test('a client and a guest see no row about anyone but that one person', async () => {
  const actors = {
    client: { practice_id: practiceId, person_id: people.client.seatId, seat_id: people.client.seatId },
    guest: {
      practice_id: practiceId,
      person_id: people.client.seatId,
      course_id: courseId,
      seat_id: guest.seatId,
    },
  }
  const others: string[] = []
  for (const [who, acting] of Object.entries(actors))
    for (const table of await withColumn('person_id'))
      if ((await countAs(acting, table, `person_id <> '${people.client.seatId}'`)) > 0)
        others.push(`${who}: ${table}`)
  expect(others).toEqual([])
})

/** What a guest may see rows of, and nothing else that holds something about a person. */
const openToGuests = [
  'audit_event',
  'belief',
  'belief_rating',
  'care_team',
  'change_noticed',
  'comfort',
  'consent_rehearsal',
  'consent_signature',
  'consent_withdrawal',
  'course',
  'course_review',
  'departure',
  'discharge',
  'distress_rating',
  'dose',
  'exercise',
  'exercise_log',
  'guest_grant',
  'guest_grant_end',
  'guest_joining',
  'insight',
  'insight_meaning',
  'insight_sharing',
  'instrument_response',
  'intention',
  'journey_brought',
  'journey_brought_back',
  'journey_event',
  'journey_session',
  'preparation_reader',
  'psychotherapy_note',
  'psychotherapy_note_draft',
  'seat',
  'stop_signal',
  'vital_reading',
  'vitals_plan',
]

test('everything about a person is closed to guests, but for what is named here', async () => {
  const closed = await listed(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
    where not p.polpermissive and pg_get_expr(p.polqual, p.polrelid) like '%app_course()%OR false%'`)
  const about = await withColumn('person_id', [])
  expect(about.filter((table) => !closed.includes(table))).toEqual(openToGuests)
})

/** The words of a form, and whether someone reads now. A tablet's own doings are written down, and the trail is not its to read. */
const openToTablets = ['cover', 'own_wording', 'pack_acceptance', 'practice']

test('everything is closed to the practice’s tablet, but for what is named here', async () => {
  const closed = await listed(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
    where not p.polpermissive and p.polname = 'closed_to_tablets'
      and pg_get_expr(p.polqual, p.polrelid) like '%app_tablet()%'`)
  expect(tables.filter((table) => ![...closed, ...unfenced].includes(table))).toEqual(openToTablets)
  const acting = {
    practice_id: practiceId,
    person_id: people.client.seatId,
    tablet_id: people.client.seatId,
  }
  const seen: string[] = []
  for (const table of readable(await grants('SELECT')))
    if ((await countAs(acting, table)) > 0) seen.push(table)
  expect(seen.filter((table) => ![...unfenced, ...openToTablets].includes(table))).toEqual([])
})

test('the app removes nothing, and changes only the columns that may change', async () => {
  expect(await grants('DELETE')).toEqual([])
  expect(await grants('TRUNCATE')).toEqual([])
  const columns =
    await listed(`select table_name || '.' || column_name as name from information_schema.column_privileges
    where grantee = 'throughline_app' and privilege_type = 'UPDATE' and table_schema = 'public'`)
  const advice =
    'A column that may be changed is granted in its migration, and stands in `changeable` of this test. Facts are only added to.'
  expect([advice, ...oneSided(columns, changeable)]).toEqual([advice])
  expect(columns).toEqual(changeable)
})

test('the app is no superuser, passes no fence, makes no role or table, and owns nothing', async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       has_schema_privilege('throughline_app', 'public', 'create') as makes_tables,
       exists (select from pg_class where relowner = r.oid) as owns
     from pg_roles r where rolname = 'throughline_app'`,
  )
  expect(rows[0]).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    makes_tables: false,
    owns: false,
  })
})

test('what runs as the owner looks nowhere that others can write', async () => {
  const { rows } = await owner.query(
    `select p.oid::regprocedure::text as name from pg_proc p
     where p.prosecdef and p.pronamespace = 'public'::regnamespace
       and not coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)`,
  )
  expect(rows).toEqual([])
})

async function listed(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query)
  return rows.map(({ name }) => name).toSorted()
}

const grants = (right: string) =>
  listed(`select distinct table_name as name from information_schema.role_table_grants
    where grantee = 'throughline_app' and privilege_type = '${right}' and table_schema = 'public'`)

const readable = (granted: string[]) => granted.filter((table) => tables.includes(table))

const withColumn = async (column: string, but = ['seat', 'login']) => {
  const having = await listed(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = '${column}'`)
  return having.filter((table) => tables.includes(table)).filter((table) => !but.includes(table))
}

/** How many rows the app role sees when it acts as someone. A table it may not read at all counts as none. */
async function countAs(acting: Record<string, string>, table: string, where = 'true'): Promise<number> {
  await owner.query('begin')
  try {
    for (const [name, value] of Object.entries(acting))
      await owner.query(`select set_config($1, $2, true)`, [`app.${name}`, value])
    await owner.query('set local role throughline_app')
    const { rows } = await owner.query(`select count(*)::int as count from ${table} where ${where}`)
    return rows[0].count
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501') return 0
    throw cause
  } finally {
    await owner.query('rollback')
  }
}
