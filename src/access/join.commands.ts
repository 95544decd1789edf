import { randomBytes } from 'node:crypto'
import { command, eachTime } from '../audit/audit.commands.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { become } from '../platform/db/become.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Call } from '../kernel/call.ts'
import { addAccount, addSeat } from './access.store.ts'
import { factorsOf } from './account.queries.ts'
import { invitationBy } from './link.queries.ts'
import { takeInvitation } from './link.store.ts'
import { settle, type Chosen } from './newcomer.commands.ts'
import { aboutInvitation } from './question.ts'
import { arrive, holderOf, type Arriving } from './signin.commands.ts'

interface Joining extends Chosen {
  readonly token: string
}

/** Takes an invitation up: a new sign-in with its place in the practice, signed in at once. */
export const join = eachTime(async (tx, { token, ...chosen }: Joining, asked: Arriving) => {
  const { machineNow: now, means } = asked
  const invited = await invitationBy(tx, token, now)
  if (!invited) throw new Problem('link-gone')
  const { email, language } = invited
  const accountId = idFrom(now, randomBytes(16))
  await become(tx, { accountId, roles: ['account'] })
  if (!(await addAccount(tx, { id: accountId, email, language }))) throw new Problem('has-account')
  await takePlace(tx, token, asked)
  const staff = invited.kind === 'member'
  const newcomer = { ...chosen, accountId, email, staff, about: aboutInvitation(invited.id) }
  const codes = await settle(tx, newcomer, { means, now })
  await arrive(tx, { accountId, factors: chosen.second ? 2 : 1 }, asked)
  return { codes }
})

/** Sits the one this transaction acts for on the invitation's place. What follows is written in that practice. */
async function takePlace(tx: WriteTx, token: string, { machineNow }: Call) {
  const taken = await takeInvitation(tx, token, machineNow)
  const placeId = taken?.member_id ?? taken?.person_id
  const { accountId } = tx.actor
  if (!taken || !placeId || !accountId) throw new Problem('link-gone')
  await become(tx, { practiceId: taken.practice_id, seatId: placeId })
  await addSeat(tx, {
    id: placeId,
    accountId,
    kind: taken.kind,
    personId: taken.kind === 'client' ? placeId : null,
    since: machineNow,
  })
  return { placeId, kind: taken.kind }
}

interface Asked extends Call {
  readonly entry: Entry | undefined
}

/** One more place for someone who signs in already. A place in a practice needs a second step first. */
export const joinToo = command(async (tx, { token }: { token: string }, asked: Asked) => {
  const { accountId } = holderOf(asked)
  const { code, passkeys } = await factorsOf(tx, accountId)
  const before = tx.actor
  const { placeId, kind } = await takePlace(tx, token, asked)
  if (kind === 'member' && !code && passkeys === 0) throw new Problem('needs-second-step')
  await become(tx, before)
  return { seatId: placeId }
})
