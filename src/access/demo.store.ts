import type { Fixed, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    demo_account: {
      account_id: Fixed<string>
      practice_id: Fixed<string>
      name: Fixed<string>
      roles: Fixed<string[]>
      email: Fixed<string>
      password: Fixed<string>
      created_at: StampedByDatabase
    }
  }
}

export interface NewDemoAccount {
  readonly accountId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly email: string
  readonly password: string
}

export async function noteDemoAccount(tx: WriteTx, account: NewDemoAccount): Promise<void> {
  await tx
    .insertInto('demo_account')
    .values({
      account_id: account.accountId,
      practice_id: tx.actor.practiceId,
      name: account.name,
      roles: [...account.roles],
      email: account.email,
      password: account.password,
    })
    .execute()
}
