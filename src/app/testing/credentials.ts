import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { recoveryCodeHash } from '../../access/proof.commands.ts'
import { recoveryCodeBytes, recoveryCodeFrom } from '../../access/recovery-code.ts'
import { hashOfPassword } from '../../platform/crypto/password.ts'
import { codeOfStep, newTotpSecret, stepAt } from '../../platform/crypto/totp.ts'
import { vaultOf } from '../../platform/crypto/vault.ts'
import { machineStart, type Someone } from './arrange.ts'

/** A key for tests alone. */
export const testVaultKey = Buffer.alloc(32, 7)

export const testPassword = 'a long way from the sea'

/** The tests' own words made a document hash, as the screens' documents are. */
export const hashOfDocument = (words: string): string => createHash('sha256').update(words).digest('hex')

export async function givePassword(owner: pg.Client, accountId: string, password = testPassword) {
  await owner.query('insert into password (account_id, hash, set_at) values ($1, $2, $3)', [
    accountId,
    await hashOfPassword(password),
    new Date(machineStart),
  ])
}

/** Gives an authenticator; answers the code it shows at a moment. */
export async function giveAuthenticator(
  owner: pg.Client,
  accountId: string,
  vaultKey: Buffer = testVaultKey,
) {
  const [id, secret] = [randomUUID(), newTotpSecret()]
  await owner.query(
    'insert into totp (id, account_id, sealed_secret, last_used_step, since) values ($1, $2, $3, 0, $4)',
    [id, accountId, vaultOf(vaultKey).seal(secret, `totp ${id}`), new Date(machineStart)],
  )
  return (moment: number): string => codeOfStep(secret, stepAt(moment))
}

/** As if this person had just confirmed that it is them, for this document. Signing endpoints take its id. */
export async function giveConfirmation(
  owner: pg.Client,
  { who, documentHash, at = machineStart }: { who: Someone; documentHash: string; at?: number },
): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into confirmation (id, account_id, login_id, seat_id, document_hash, factor, made_at)
     select $1, l.account_id, l.id, $2, $3, 'password+totp', $4 from login l where l.token_hash = $5`,
    [
      id,
      who.seatId,
      Buffer.from(documentHash, 'hex'),
      new Date(at),
      createHash('sha256').update(who.token).digest(),
    ],
  )
  return id
}

export async function giveRecoveryCodes(owner: pg.Client, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 3 }, () => recoveryCodeFrom(randomBytes(recoveryCodeBytes)))
  for (const code of codes)
    await owner.query(
      'insert into recovery_code (id, account_id, code_hash, made_at) values ($1, $2, $3, $4)',
      [randomUUID(), accountId, recoveryCodeHash(code), new Date(machineStart)],
    )
  return codes
}
