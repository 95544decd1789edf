import { randomBytes } from 'node:crypto'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { hashOfPassword } from '../platform/crypto/password.ts'
import { newTotpSecret, stepAt } from '../platform/crypto/totp.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import { become } from '../platform/db/become.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import { addAccount, addSeat } from './access.store.ts'
import { totpPlace } from './credential.queries.ts'
import { setPassword, setTotp } from './credential.store.ts'
import { noteDemoAccount } from './demo.store.ts'

export interface DemoPerson {
  readonly accountId: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly password: string
  /** As the list of demo people calls them. */
  readonly name: string
  readonly roles: readonly string[]
  /** Of the member or the person in care, who are there already. */
  readonly seatId: string
  readonly kind: 'member' | 'client'
  /** Members always show two factors; a client may. */
  readonly authenticator: boolean
}

/**
 * An invented person who can really sign in, with a password the demo page shows and an authenticator it plays. Seeding
 * calls it in the practice, as the service. Refused where the practice is no demo, here and by the database.
 */
export const addDemoAccount = {
  within: async (
    tx: WriteTx,
    person: DemoPerson,
    { machineNow, vault }: Pick<Call, 'machineNow'> & { readonly vault: Vault },
  ): Promise<{ accountId: string }> => {
    const { demo } = await practiceHere(tx)
    if (!demo) throw new Problem('not-a-demo')
    const { accountId, email, language, password } = person
    const { actor: before } = tx
    await become(tx, { accountId })
    if (!(await addAccount(tx, { id: accountId, email, language }))) throw new Problem('has-account')
    await setPassword(tx, { accountId, hash: await hashOfPassword(password), at: machineNow })
    if (person.authenticator || person.kind === 'member')
      await giveAuthenticator(tx, accountId, { machineNow, vault })
    await addSeat(tx, {
      id: person.seatId,
      accountId,
      kind: person.kind,
      personId: person.kind === 'client' ? person.seatId : null,
      since: machineNow,
    })
    await noteDemoAccount(tx, person)
    await become(tx, before)
    return { accountId }
  },
}

async function giveAuthenticator(
  tx: WriteTx,
  accountId: string,
  { machineNow, vault }: { machineNow: number; vault: Vault },
): Promise<void> {
  const id = idFrom(machineNow, randomBytes(16))
  await setTotp(tx, {
    id,
    accountId,
    sealedSecret: vault.seal(newTotpSecret(), totpPlace(id)),
    lastUsedStep: stepAt(machineNow) - 1,
    since: machineNow,
  })
}
