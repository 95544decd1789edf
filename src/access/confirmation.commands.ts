import { randomBytes } from 'node:crypto'
import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { confirmationLasts, type Factor } from './confirmation.ts'
import { addConfirmation, takeConfirmation } from './confirmation.store.ts'
import { totpOf } from './credential.queries.ts'
import { provesPasskey, type Answer, type Means } from './passkey.commands.ts'
import { provesCode, provesPassword } from './proof.commands.ts'
import { aboutDocument } from './question.ts'
import { tried } from './tries.commands.ts'

/** A password with a code where one is needed, or a passkey that signed this very document's question. */
export type Proof =
  | { readonly password: string; readonly code?: string | undefined }
  | { readonly passkey: Answer }

/** The secrets stay out of the intent, whose hash is kept: they come with `asked`, beside the input. */
interface Confirming extends Call {
  readonly entry: Entry
  readonly address: string
  readonly means: Means
  readonly proof: Proof
}

/** A fresh proof that it is the one signed in, good for one signature on one document by this login in this seat. */
export const confirm = command(async (tx, { documentHash }: { documentHash: string }, asked: Confirming) => {
  const { entry, machineNow } = asked
  const { accountId, seatId } = entry.actor
  if (!accountId) throw new Problem('not-signed-in')
  const guess = { account: `confirm ${accountId}`, address: asked.address, now: machineNow }
  const factor = await tried(tx, guess, () => factorShown(tx, accountId, { ...asked, documentHash }))
  if (factor instanceof Problem) return factor
  const id = idFrom(machineNow, randomBytes(16))
  await addConfirmation(tx, {
    id,
    accountId,
    loginId: entry.loginId,
    seatId,
    documentHash,
    factor,
    madeAt: machineNow,
  })
  return { confirmationId: id, until: machineNow + confirmationLasts }
})

/** Members and guests show two; a client shows the second where the account has one. A passkey is two by itself. */
async function factorShown(
  tx: WriteTx,
  accountId: string,
  { proof, entry, means, machineNow, documentHash }: Confirming & { readonly documentHash: string },
): Promise<Factor | undefined> {
  if ('passkey' in proof) {
    const about = aboutDocument({ loginId: entry.loginId, seatId: entry.actor.seatId, documentHash })
    const whose = await provesPasskey(tx, { answer: proof.passkey, means, about }, machineNow)
    return whose?.accountId === accountId ? 'passkey' : undefined
  }
  const needsCode = entry.kind !== 'client' || (await totpOf(tx, accountId)) !== undefined
  if (!(await provesPassword(tx, { accountId, password: proof.password }, machineNow))) return undefined
  if (!needsCode) return 'password'
  const claim = { accountId, code: proof.code ?? '', vault: means.vault }
  return (await provesCode(tx, claim, machineNow)) ? 'password+totp' : undefined
}

/**
 * Spends a confirmation on a signature: within the signing command, so that both happen or neither. Refuses one that was
 * used, is older than two minutes, or was made for another document, login or seat.
 */
export const spendConfirmation = {
  within: async (
    tx: WriteTx,
    wanted: { readonly confirmationId: string; readonly documentHash: string },
    { machineNow }: Pick<Call, 'machineNow'>,
  ): Promise<{ confirmationId: string; factor: Factor }> => {
    const { confirmationId: id, documentHash } = wanted
    const spent = await takeConfirmation(tx, { id, documentHash, now: machineNow })
    if (!spent || spent.madeAt.getTime() <= machineNow - confirmationLasts)
      throw new Problem('confirmation-needed')
    return { confirmationId: id, factor: spent.factor }
  },
}
