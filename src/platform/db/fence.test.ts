import { afterAll, expect, test } from 'vitest'
import { addCourse, addGuest } from '../../app/testing/arrange.ts'
import { openClinic } from '../../app/testing/clinic.ts'

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

/** Not fenced by practice, each for a reason: the history of the schema, and how far the trail is sealed. */
const unfenced = ['audit_horizon', 'migration']

/** The same for everyone, and no one's: the published editions of protocols, which gates are derived from. */
const published = ['protocol_edition']

/** The only columns the app may ever change. Everything else in the database is only added to. */
const changeable = [
  'account.disabled_at',
  'account.language',
  'audit_horizon.sealed_below',
  'care_team.until',
  'confirmation.used_at',
  'course.ended_at',
  'instrument_draft.answers',
  'instrument_draft.language',
  'instrument_draft.saved_at',
  'instrument_draft.withheld',
  'invitation.taken_at',
  'invitation.taken_by',
  'invitation.withdrawn_at',
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
  'passkey.counter',
  'passkey.name',
  'passkey.until',
  'passkey.used_at',
  'password.hash',
  'password.set_at',
  'person.address_line',
  'person.called_by',
  'person.city',
  'person.email',
  'person.family_name',
  'person.given_name',
  'person.language',
  'person.phone',
  'person.postal_code',
  'person.state',
  'person.time_zone',
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

test('the app removes nothing, and changes only the columns that may change', async () => {
  expect(await grants('DELETE')).toEqual([])
  expect(await grants('TRUNCATE')).toEqual([])
  const columns =
    await listed(`select table_name || '.' || column_name as name from information_schema.column_privileges
    where grantee = 'throughline_app' and privilege_type = 'UPDATE' and table_schema = 'public'`)
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

async function listed(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query)
  return rows.map(({ name }) => name).toSorted()
}

const grants = (right: string) =>
  listed(`select distinct table_name as name from information_schema.role_table_grants
    where grantee = 'throughline_app' and privilege_type = '${right}' and table_schema = 'public'`)

const readable = (granted: string[]) => granted.filter((table) => tables.includes(table))

const withColumn = async (column: string) => {
  const having = await listed(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = '${column}'`)
  return having
    .filter((table) => tables.includes(table))
    .filter((table) => !['seat', 'login'].includes(table))
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
