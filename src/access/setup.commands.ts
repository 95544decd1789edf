import { randomBytes } from 'node:crypto'
import { eachTime } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { isZone } from '../kernel/zone.ts'
import { digest } from '../platform/crypto/digest.ts'
import { become } from '../platform/db/become.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { addMember, foundPractice } from '../practice/member.commands.ts'
import { addAccount, addSeat } from './access.store.ts'
import { settle, type Chosen } from './newcomer.commands.ts'
import { recoveryCodeBytes, recoveryCodeFrom, recoveryCodeTyped } from './recovery-code.ts'
import { addSetUpCode, spendSetUpCode } from './setup.store.ts'
import { isEmptyHouse, isSetUpCode } from './setup.queries.ts'
import { arrive, type Arriving } from './signin.commands.ts'
import { tried } from './tries.commands.ts'

const hashOf = (code: string): Buffer => digest(`set-up code ${recoveryCodeTyped(code)}`)

export const aboutSetUp = (email: string): string => `set-up ${email}`

/**
 * The code to print in the terminal of a house where nobody works yet; nothing once somebody does. Each start makes a
 * new one, and the older ones stop working. Called in the house (`inPractice(db, nobody, …)`).
 */
export async function newSetUpCode(reading: PracticeTx, now: Instant): Promise<string | undefined> {
  if (!(await isEmptyHouse(reading))) return undefined
  const code = recoveryCodeFrom(randomBytes(recoveryCodeBytes))
  await addSetUpCode(writing(reading), { id: idFrom(now, randomBytes(16)), hash: hashOf(code), madeAt: now })
  return code
}

/** Whoever reads the terminal may set the house up; guesses slow down like any others. */
export const checkSetUpCode = eachTime(
  async (
    tx,
    { code }: { code: string },
    { address, machineNow: now }: Call & { readonly address: string },
  ) => {
    if (!(await isEmptyHouse(tx))) throw new Problem('already-set-up')
    return tried(tx, { account: 'set-up', address, now }, async () =>
      (await isSetUpCode(tx, hashOf(code))) ? true : undefined,
    )
  },
)

interface SetUp extends Chosen {
  readonly code: string
  readonly practice: {
    readonly id: string
    readonly name: string
    readonly timeZone: string
    readonly language: 'en' | 'es'
    readonly phone: string | null
  }
  readonly administrator: { readonly id: string; readonly name: string; readonly email: string }
}

/** The first practice and its first administrator, signed in at once. Refused ever after. */
export const setUp = eachTime(async (tx, input: SetUp, asked: Arriving) => {
  const { machineNow: now, means, address } = asked
  if (!(await isEmptyHouse(tx))) throw new Problem('already-set-up')
  if (!isZone(input.practice.timeZone))
    throw new Problem('malformed', [{ path: 'practice.timeZone', fault: 'not-possible' }])
  const opened = await tried(tx, { account: 'set-up', address, now }, async () =>
    (await spendSetUpCode(tx, hashOf(input.code), now)) ? true : undefined,
  )
  if (opened instanceof Problem) return opened
  return found(tx, input, { asked, means, now })
})

async function found(
  tx: WriteTx,
  { practice, administrator, password, second }: SetUp,
  { asked, means, now }: { asked: Arriving; means: Arriving['means']; now: Instant },
): Promise<{ codes: string[] }> {
  const { id, name, email } = administrator
  const accountId = idFrom(now, randomBytes(16))
  await become(tx, { practiceId: practice.id, accountId, seatId: id, roles: ['administrator'] })
  await foundPractice.within(tx, { ...practice, coordinatorEmail: email, demo: false }, asked)
  await addMember.within(tx, { id, name, roles: ['administrator', 'coordinator'] }, asked)
  const added = await addAccount(tx, { id: accountId, email, language: practice.language })
  if (!added) throw new Problem('has-account')
  await addSeat(tx, { id, accountId, kind: 'member', personId: null, since: now })
  const newcomer = { password, second, accountId, email, staff: true, about: aboutSetUp(email) }
  const codes = await settle(tx, newcomer, { means, now })
  await arrive(tx, { accountId, factors: 2 }, asked)
  return { codes }
}
