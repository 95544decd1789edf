import type { Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { owesFactor } from './access.queries.ts'
import { isStaff } from './credential.queries.ts'
import { longestIdle, roomSilence } from './login.ts'
import { actions, can } from './policy.ts'

/** What is confirmed before anything about one's own sign-in changes. */
export const changeHash = digest('change how I sign in').toString('hex')

interface SeatRow {
  seat_id: string
  kind: 'member' | 'client' | 'guest'
  practice_id: string
  practice_name: string
  time_zone: string
  demo: boolean
  name: string
  roles: string[]
  about: string | null
  sole: boolean
}

/** One's own account as its screens need it. Part-way in, the seats are not told yet. */
export async function accountOf(tx: PracticeTx, entry: Entry, accountId: string) {
  const { email, language } = await tx
    .selectFrom('account')
    .select(['email', 'language'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const complete = !owesFactor(entry)
  return {
    email,
    language,
    complete,
    factors: await factorsOf(tx, accountId),
    changeHash,
    staff: await isStaff(tx, accountId),
    seatId: entry.actor.seatId,
    seats: complete ? await seatsOf(tx) : [],
    can: complete ? actions.filter((action) => can(entry.actor.roles, action, 'practice')) : [],
  }
}

export async function factorsOf(tx: PracticeTx, accountId: string) {
  const { password, code, passkeys, recoveryCodes } = await tx
    .selectNoFrom((of) => [
      of
        .selectFrom('password')
        .select((count) => count.fn.countAll<string>().as('n'))
        .where('account_id', '=', accountId)
        .as('password'),
      of
        .selectFrom('totp')
        .select((count) => count.fn.countAll<string>().as('n'))
        .where('account_id', '=', accountId)
        .where('until', 'is', null)
        .as('code'),
      of
        .selectFrom('passkey')
        .select((count) => count.fn.countAll<string>().as('n'))
        .where('account_id', '=', accountId)
        .where('until', 'is', null)
        .as('passkeys'),
      of
        .selectFrom('recovery_code')
        .select((count) => count.fn.countAll<string>().as('n'))
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .where('replaced_at', 'is', null)
        .as('recoveryCodes'),
    ])
    .executeTakeFirstOrThrow()
  return {
    password: Number(password) > 0,
    code: Number(code) > 0,
    passkeys: Number(passkeys),
    recoveryCodes: Number(recoveryCodes),
  }
}

export async function seatsOf(tx: PracticeTx) {
  const rows = await tx
    .selectFrom((of) => of.fn<SeatRow>('my_seats', []).as('own'))
    .selectAll()
    .execute()
  return rows.map((row) => ({
    id: row.seat_id,
    kind: row.kind,
    practiceId: row.practice_id,
    practiceName: row.practice_name,
    timeZone: row.time_zone,
    demo: row.demo,
    name: row.name,
    roles: row.roles,
    about: row.about,
    sole: row.sole,
  }))
}

/**
 * Sign-ins that still open a door. One that was left alone for too long no longer does, and is not told; unless it holds a
 * session room, which can be ended from elsewhere like any other.
 */
export async function loginsOf(
  tx: PracticeTx,
  { accountId, loginId, machineNow }: { accountId: string; loginId: string; machineNow: Instant },
) {
  const rows = await tx
    .selectFrom('login')
    .leftJoin('room_hold', 'room_hold.login_id', 'login.id')
    .select(['id', 'device', 'started_at', 'seen_at', 'ends_at', 'held_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows
    .filter(
      (row) =>
        row.ends_at.getTime() > machineNow &&
        (row.seen_at.getTime() > machineNow - longestIdle ||
          (row.held_at !== null && row.held_at.getTime() > machineNow - roomSilence)),
    )
    .map((row) => ({
      id: row.id,
      device: row.device,
      startedAt: row.started_at.getTime(),
      seenAt: row.seen_at.getTime(),
      here: row.id === loginId,
    }))
}
