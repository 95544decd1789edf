import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { command, eachTime } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import { become } from '../platform/db/become.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { hashOf } from '../platform/http/request.ts'
import { codeFrom, codeLasts, codeLength, codeTyped } from './tablet.ts'
import { ownTablet, passHere, type OwnTablet } from './tablet.queries.ts'
import { addPass, endPass, takePass } from './tablet.store.ts'
import { tried } from './tries.commands.ts'

/** All the short codes there are can be tried in a minute, so the mark of one is made with a key that no database holds. */
const markOfCode = (key: Buffer, code: string): Buffer => createHmac('sha256', key).update(code).digest()

interface Handing {
  readonly id: string
  readonly personId: string
  readonly instrumentId: string
}

/** Told once, to whoever asked for it, and kept nowhere. */
export const makeCode = eachTime(
  async (tx, { id, personId, instrumentId }: Handing, asked: Call & { readonly key: Buffer }) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    const [code, madeAt] = [codeFrom(randomInt(10 ** codeLength)), asked.machineNow]
    const expiresAt = madeAt + codeLasts
    const codeMark = markOfCode(asked.key, code)
    await addPass(tx, { id, personId, instrumentId, codeMark, madeBy: seatId, madeAt, expiresAt })
    return { id, code, expiresAt }
  },
)

export const withdrawCode = command(
  async (tx, { id, personId }: { readonly id: string; readonly personId: string }, { machineNow }: Call) => {
    if (!(await passHere(tx, { id, personId }))) throw new Problem('not-found')
    return { withdrawn: await endPass(tx, { id, why: 'withdrawn', at: machineNow }) }
  },
)

interface Opening extends Call {
  readonly key: Buffer
  readonly address: string
  /** Of whoever is signed in to this browser. */
  readonly held: string | undefined
}

/** Wrong codes are counted by where they come from, and wait longer each time. A right one works once. */
export const openTablet = eachTime(async (tx, { code }: { readonly code: string }, asked: Opening) => {
  const { address, machineNow: at, held, key } = asked
  const token = randomBytes(32).toString('base64url')
  const read = codeTyped(code)
  const taken = await tried(tx, { account: `tablet ${address}`, address, now: at }, async () => {
    if (read === undefined) return undefined
    const mine = held === undefined ? null : hashOf(held)
    return takePass(tx, { codeMark: markOfCode(key, read), tokenHash: hashOf(token), held: mine, at })
  })
  if (taken instanceof Problem) return taken
  await become(tx, { practiceId: taken.practice_id, roles: ['tablet'] })
  return { token }
})

/**
 * What the tablet hands in is taken by the house itself: the tablet's own fence sees no record, and after this the
 * transaction has nothing of the tablet left. Whose form it is, the pass says; never the request.
 */
export async function takeFromTablet(tx: PracticeTx): Promise<OwnTablet> {
  const own = await ownTablet(tx)
  if (!own) throw new Problem('not-signed-in')
  await become(tx, { roles: ['tablet'] })
  return own
}

/** By the tablet itself: sent, or left. */
export const endOwnTablet = {
  within: (
    tx: WriteTx,
    { id, why }: { readonly id: string; readonly why: 'sent' | 'left' },
    { machineNow }: Call,
  ) => endPass(tx, { id, why, at: machineNow }),
}
