import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { codeOfStep, stepAt, stepBegins } from '../platform/crypto/totp.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { totpPlace } from './credential.queries.ts'

export async function demoPeople(tx: PracticeTx) {
  const rows = await tx
    .selectFrom('demo_account as demo')
    .innerJoin('practice', 'practice.id', 'demo.practice_id')
    .leftJoin('totp', (join) =>
      join.onRef('totp.account_id', '=', 'demo.account_id').on('totp.until', 'is', null),
    )
    .where('practice.demo', '=', true)
    .select([
      'demo.account_id',
      'demo.name',
      'demo.roles',
      'demo.email',
      'demo.password',
      'totp.id as totp_id',
    ])
    .orderBy('demo.created_at')
    .orderBy('demo.account_id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    roles: row.roles,
    email: row.email,
    password: row.password,
    authenticator: row.totp_id !== null,
  }))
}

/** A used code is never shown again: after two quick sign-ins one waits, as with any authenticator. */
export async function demoCode(
  tx: PracticeTx,
  { accountId, vault, now }: { accountId: string; vault: Vault; now: Instant },
) {
  const totp = await tx
    .selectFrom('demo_account as demo')
    .innerJoin('practice', 'practice.id', 'demo.practice_id')
    .innerJoin('totp', 'totp.account_id', 'demo.account_id')
    .where('practice.demo', '=', true)
    .where('demo.account_id', '=', accountId)
    .where('totp.until', 'is', null)
    .select(['totp.id', 'totp.sealed_secret', 'totp.last_used_step'])
    .executeTakeFirst()
  if (!totp) throw new Problem('not-found')
  const step = Math.max(stepAt(now), Number(totp.last_used_step) + 1)
  const secret = vault.open(totp.sealed_secret, totpPlace(totp.id))
  return { code: codeOfStep(secret, step), from: stepBegins(step - 1), now }
}
