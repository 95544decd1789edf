import pg from 'pg'
import { CannotRun } from '../cannot-run.ts'

/** The role the server works as: it signs in, owns nothing, and row-level security binds it. */
export const appRole = 'throughline_app'

/**
 * Roles belong to the whole cluster while our turn belongs to one database, so another database's start may
 * create the role between our look and our attempt; both ways of losing that race are fine.
 */
export async function prepareAppRole(client: pg.Client, password: string | undefined) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole])
  if (rowCount === 0) await client.query(`create role ${appRole} login`).catch(unlessThere)
  if (password === undefined) return
  await client.query(`alter role ${appRole} login password ${pg.escapeLiteral(password)}`)
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
