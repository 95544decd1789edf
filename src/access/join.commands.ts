import { randomBytes } from 'node:crypto'
import { command, eachTime } from '../audit/audit.commands.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { become } from '../platform/db/become.ts'
import type { Entry } from '../platform/db/entry.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Call } from '../kernel/call.ts'
import { addAccount, addSeat } from './access.store.ts'
import { factorsOf } from './account.queries.ts'
import { invitationBy } from './link.queries.ts'
import { sitGuest } from './guest-seat.commands.ts'
import type { Stated } from './guest.store.ts'
import { takeInvitation } from './link.store.ts'
import { settle, type Chosen } from './newcomer.commands.ts'
import { aboutInvitation } from './question.ts'
import { arrive, holderOf, type Arriving } from './signin.commands.ts'

interface Joining extends Chosen {
  readonly token: string
  /** Asked of guests: who they are, as they state it. */
  readonly stated?: Stated | undefined
}

/** Takes an invitation up: a new sign-in with its place in the practice, signed in at once. */
export const join = eachTime(async (tx, { token, stated, ...chosen }: Joining, asked: Arriving) => {
  const { machineNow: now, means } = asked
  const invited = await invitationBy(tx, token, now)
  if (!invited) throw new Problem('link-gone')
  const { email, language } = invited
  const accountId = idFrom(now, randomBytes(16))
  await become(tx, { accountId, roles: ['account'] })
  if (!(await addAccount(tx, { id: accountId, email, language }))) throw new Problem('has-account')
  await takePlace(tx, { token, stated, language }, asked)
  const staff = invited.kind !== 'client'
  const newcomer = { ...chosen, accountId, email, staff, about: aboutInvitation(invited.id) }
  const codes = await settle(tx, newcomer, { means, now })
  await arrive(tx, { accountId, factors: chosen.second ? 2 : 1 }, asked)
  return { codes }
})

interface Taking {
  readonly token: string
  readonly stated: Stated | undefined
  readonly language: 'en' | 'es'
}

/** Sits the one this transaction acts for on the invitation's place. What follows is written in that practice. */
async function takePlace(tx: WriteTx, { token, stated, language }: Taking, asked: Call) {
  const { accountId } = tx.actor
  const taken = await takeInvitation(tx, token, asked.machineNow)
  if (!taken || !accountId) throw new Problem('link-gone')
  const { kind } = taken
  if (kind === 'guest') {
    if (!stated) throw new Problem('malformed', [{ path: 'stated', fault: 'missing' }])
    return { placeId: await sitGuest(tx, { accountId, language, taken, stated }, asked), kind }
  }
  return { placeId: await takeOwnPlace(tx, { ...taken, kind, accountId }, asked), kind }
}

interface OwnPlace {
  readonly accountId: string
  readonly kind: 'client' | 'member'
  readonly practice_id: string
  readonly person_id: string | null
  readonly member_id: string | null
}

/** The place of a member or a client is there already, with an id of its own. */
async function takeOwnPlace(
  tx: WriteTx,
  { accountId, kind, ...taken }: OwnPlace,
  { machineNow }: Call,
): Promise<string> {
  const placeId = taken.member_id ?? taken.person_id
  if (!placeId) throw new Problem('link-gone')
  await become(tx, { practiceId: taken.practice_id, seatId: placeId })
  const personId = kind === 'client' ? placeId : null
  await addSeat(tx, { id: placeId, accountId, kind, personId, since: machineNow })
  if (kind === 'client') await enqueue(tx, 'asking-person', jobAbout(taken.practice_id, placeId))
  return placeId
}

/** The first sign-in begins what a person is asked (measure/schedule.jobs.ts). */
const jobAbout = (practiceId: string, personId: string) => ({
  payload: { practiceId, personId },
  key: `asking ${personId}`,
})

interface Asked extends Call {
  readonly entry: Entry | undefined
}

/** One more place for someone who signs in already. A place in a practice needs a second step first. */
export const joinToo = command(
  async (tx, { token, stated }: { token: string; stated?: Stated | undefined }, asked: Asked) => {
    const { accountId, entry } = holderOf(asked)
    const { code, passkeys } = await factorsOf(tx, accountId)
    const before = tx.actor
    const { placeId, kind } = await takePlace(tx, { token, stated, language: entry.language }, asked)
    if (kind !== 'client' && !code && passkeys === 0) throw new Problem('needs-second-step')
    await become(tx, before)
    return { seatId: placeId }
  },
)
