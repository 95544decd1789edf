import type { Generated } from 'kysely'
import type { Fixed, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Mail } from '../platform/mail/mail.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    demo_mail: {
      id: Generated<string>
      sent_to: Fixed<string>
      subject: Fixed<string>
      body: Fixed<string>
      caught_at: StampedByDatabase
    }
  }
}

export async function addMail(tx: WriteTx, { to, subject, text }: Mail): Promise<void> {
  await tx.insertInto('demo_mail').values({ sent_to: to, subject, body: text }).execute()
}
