import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    login: {
      id: Fixed<string>
      account_id: Fixed<string>
      token_hash: Fixed<Buffer>
      factors: Fixed<1 | 2>
      /** False while a second factor is owed. */
      complete: ColumnType<boolean, boolean | undefined, never>
      device: Fixed<string>
      started_at: Moment
      seen_at: ColumnType<Date, Date | string, Date | string>
      ends_at: Moment
      ended_at: ChangeableMoment
      ended_why: string | null
    }
    known_device: {
      id: Fixed<string>
      account_id: Fixed<string>
      token_hash: Fixed<Buffer>
      since: Moment
      until: ChangeableMoment
    }
  }
  interface Changeable {
    login: true
    known_device: true
  }
}

export interface NewLogin {
  readonly id: string
  readonly accountId: string
  readonly tokenHash: Buffer
  readonly factors: 1 | 2
  readonly complete: boolean
  readonly device: string
  readonly startedAt: Instant
  readonly endsAt: Instant
}

export async function addLogin(tx: WriteTx, login: NewLogin): Promise<void> {
  await tx
    .insertInto('login')
    .values({
      id: login.id,
      account_id: login.accountId,
      token_hash: login.tokenHash,
      factors: login.factors,
      complete: login.complete,
      device: login.device,
      started_at: isoOf(login.startedAt),
      seen_at: isoOf(login.startedAt),
      ends_at: isoOf(login.endsAt),
    })
    .execute()
}

export type EndedWhy = 'signed out' | 'stepped up' | 'ended by its owner' | 'sign-in changed'

interface Ending {
  readonly accountId: string
  /** This one; all of the account's when left out. */
  readonly loginId?: string
  readonly but?: string
  readonly at: Instant
  readonly why: EndedWhy
}

export async function endLogins(tx: WriteTx, ending: Ending): Promise<bigint> {
  let update = tx
    .updateTable('login')
    .set({ ended_at: isoOf(ending.at), ended_why: ending.why })
    .where('account_id', '=', ending.accountId)
    .where('ended_at', 'is', null)
  if (ending.loginId) update = update.where('id', '=', ending.loginId)
  if (ending.but) update = update.where('id', '<>', ending.but)
  return (await update.executeTakeFirst()).numUpdatedRows
}

export async function rememberDevice(
  tx: WriteTx,
  device: { id: string; accountId: string; tokenHash: Buffer; since: Instant },
): Promise<void> {
  await tx
    .insertInto('known_device')
    .values({
      id: device.id,
      account_id: device.accountId,
      token_hash: device.tokenHash,
      since: isoOf(device.since),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function forgetDevices(tx: WriteTx, accountId: string, until: Instant): Promise<void> {
  await tx
    .updateTable('known_device')
    .set({ until: isoOf(until) })
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .execute()
}

/** Nobody has touched it: it is idle from now on. What a session room may still do is its own affair. */
export async function restLogin(tx: WriteTx, at: Instant): Promise<void> {
  await tx.selectNoFrom((of) => of.fn<null>('rest_login', [of.val(isoOf(at))]).as('rested')).execute()
}

/** Of a member who was let go, unless their account still has a seat somewhere. */
export async function endLoginsOfLeaver(tx: WriteTx, memberId: string, at: Instant): Promise<void> {
  await tx
    .selectNoFrom((of) =>
      of.fn<null>('end_logins_of_leaver', [of.val(memberId), of.val(isoOf(at))]).as('ended'),
    )
    .execute()
}
