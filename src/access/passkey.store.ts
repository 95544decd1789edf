import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { ChangeableMoment, Fixed, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    passkey: {
      id: Fixed<string>
      account_id: Fixed<string>
      credential_id: Fixed<string>
      public_key: Fixed<Buffer>
      /** A bigint: text on the way out. */
      counter: ColumnType<string, number, number>
      transports: Fixed<string[]>
      name: string
      since: Moment
      used_at: ChangeableMoment
      until: ChangeableMoment
    }
    passkey_answer: {
      challenge_hash: Fixed<Buffer>
      account_id: Fixed<string>
      given_at: Moment
    }
  }
  interface Changeable {
    passkey: true
  }
}

export interface NewPasskey {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly name: string
  readonly since: Instant
}

/** False when this passkey is already known, to this account or another. */
export async function addPasskey(tx: WriteTx, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [],
      name: passkey.name,
      since: isoOf(passkey.since),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function notePasskeyUse(
  tx: WriteTx,
  use: { id: string; counter: number; at: Instant },
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter: use.counter, used_at: isoOf(use.at) })
    .where('id', '=', use.id)
    .execute()
}

export async function endPasskey(
  tx: WriteTx,
  ending: { accountId: string; passkeyId?: string; until: Instant },
): Promise<bigint> {
  let update = tx
    .updateTable('passkey')
    .set({ until: isoOf(ending.until) })
    .where('account_id', '=', ending.accountId)
    .where('until', 'is', null)
  if (ending.passkeyId) update = update.where('id', '=', ending.passkeyId)
  return (await update.executeTakeFirst()).numUpdatedRows
}

/** True the first time this question is answered. */
export async function spendQuestion(
  tx: WriteTx,
  answer: { challenge: string; accountId: string; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey_answer')
    .values({
      challenge_hash: digest(answer.challenge),
      account_id: answer.accountId,
      given_at: isoOf(answer.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
