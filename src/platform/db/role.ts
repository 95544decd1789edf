import pg from 'pg'
import { CannotRun } from '../cannot-run.ts'

/** The role the server works as: it owns nothing, and row-level security binds it. What it may do is granted to this name. */
export const appRole = 'throughline_app'

/** Who signs in: the role itself or, where a cluster may hold more than one installation, a member of it. */
export interface AppLogin {
  readonly role: string
  /** None where it was set by hand. */
  readonly password: string | undefined
}

/**
 * Roles belong to the whole cluster while our turn belongs to one database, so another database's start may
 * create the role between our look and our attempt; both ways of losing that race are fine. A password is only ever given
 * to this database's own login, so that two installations in one cluster do not shut each other out.
 */
export async function prepareAppRole(client: pg.Client, { role, password }: AppLogin) {
  await createRole(client, appRole)
  if (role !== appRole) await admit(client, role)
  if (password === undefined) return
  await client.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`)
}

async function createRole(client: pg.Client, role: string) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${pg.escapeIdentifier(role)} login`).catch(unlessThere)
}

/** Makes the login a member, who may do what the role may and nothing else. */
async function admit(client: pg.Client, role: string) {
  await createRole(client, role)
  const { rows } = await client.query<{ member: boolean }>(`select pg_has_role($1, $2, 'usage') as member`, [
    role,
    appRole,
  ])
  if (rows[0]?.member) return
  await client.query(`grant ${appRole} to ${pg.escapeIdentifier(role)}`).catch(unlessAdmitted)
}

/** The role was made for another installation in this cluster, by an account that is not ours. */
function unlessAdmitted(cause: unknown) {
  const code = cause instanceof pg.DatabaseError ? cause.code : undefined
  if (code !== notAllowed) throw cause
  throw new CannotRun(
    'role-of-another',
    `Another installation in this cluster made the role ${appRole}, and this database account may not use it. Ask the ` +
      `cluster's administrator to run: grant ${appRole} to the account in DATABASE_URL with admin option`,
    cause,
  )
}

const duplicateObject = '42710'
const uniqueViolation = '23505'
const notAllowed = '42501'

function unlessThere(cause: unknown) {
  const code = cause instanceof pg.DatabaseError ? cause.code : undefined
  if (code === duplicateObject || code === uniqueViolation) return
  if (code === notAllowed)
    throw new CannotRun(
      'may-not-create-role',
      `The database account may not create roles. Ask its administrator to run: create role ${appRole} login password '…'`,
      cause,
    )
  throw cause
}
