import { randomBytes } from 'node:crypto'
import { noteAbout } from '../audit/audit.commands.ts'
import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { consentWindow } from '../consent/window.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { become } from '../platform/db/become.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { addMember, foundPractice } from '../practice/member.commands.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import { seatsOf } from './account.queries.ts'
import { addSeat } from './access.store.ts'
import { careClockOf } from './guest.queries.ts'
import { addJoining, type Stated } from './guest.store.ts'
import type { Taken } from './link.store.ts'

/** Tied to no person: whoever joins may have come in as a client of another practice. */
const nowhere = { seatId: null, personId: null, courseId: null }

/** Whose permission was taken up, and by whom. */
interface Sitting {
  readonly accountId: string
  readonly language: 'en' | 'es'
  readonly taken: Taken
  readonly stated: Stated
}

/**
 * Sits a therapist from elsewhere on the one course they were let into. They come as the member they are in a practice
 * here; whoever is in none gets one of their own, which holds their name and nothing else (docs/decisions/0080).
 */
export async function sitGuest(tx: WriteTx, sitting: Sitting, asked: Call): Promise<string> {
  const { taken, stated, accountId } = sitting
  const { person_id: personId, course_id: courseId, grant_id: grantId } = taken
  if (!personId || !courseId || !grantId) throw new Problem('link-gone')
  const seats = await seatsOf(tx)
  if (seats.some(({ kind, practiceId }) => kind === 'member' && practiceId === taken.practice_id))
    throw new Problem('guest-works-here')
  if (seats.some(({ id }) => id === personId)) throw new Problem('guest-is-client')
  const home = atHome(seats) ?? (await homeMadeFor(tx, sitting, asked))
  const seatId = idFrom(asked.machineNow, randomBytes(16))
  await become(tx, { ...nowhere, practiceId: taken.practice_id, seatId, roles: ['guest'] })
  const careNow = await careClockOf(tx)
  if (!consentWindow(await lastMedicineOf(tx, personId), careNow).open) throw new Problem('not-taken-up-yet')
  await addSeat(tx, {
    id: seatId,
    accountId,
    kind: 'guest',
    personId,
    courseId,
    homeMemberId: home.memberId,
    since: asked.machineNow,
  })
  const id = idFrom(asked.machineNow, randomBytes(16))
  const { practiceName } = home
  await addJoining(tx, {
    ...stated,
    id,
    personId,
    courseId,
    grantId,
    seatId,
    practiceName,
    joinedAt: careNow,
  })
  await noteAbout(tx, { ...asked, action: 'guest.join' }, personId)
  return seatId
}

interface Home {
  readonly memberId: string
  readonly practiceName: string
}

const atHome = (seats: Awaited<ReturnType<typeof seatsOf>>): Home | undefined => {
  const therapist = seats.filter(({ kind, roles }) => kind === 'member' && roles.includes('therapist'))
  const found = therapist.find(({ sole }) => !sole) ?? therapist[0]
  return found && { memberId: found.id, practiceName: found.practiceName }
}

/** Nobody is in care there and nobody else works there, so its one member can do nothing but be someone. */
async function homeMadeFor(
  tx: WriteTx,
  { accountId, language, taken, stated }: Sitting,
  asked: Call,
): Promise<Home> {
  await become(tx, { ...nowhere, practiceId: taken.practice_id })
  const host = await practiceHere(tx)
  const practiceId = idFrom(asked.machineNow, randomBytes(16))
  const memberId = idFrom(asked.machineNow, randomBytes(16))
  await become(tx, { ...nowhere, practiceId, seatId: memberId })
  await foundPractice.within(
    tx,
    {
      id: practiceId,
      name: stated.name,
      timeZone: host.timeZone,
      language,
      phone: null,
      coordinatorEmail: null,
      demo: host.demo,
      sole: true,
    },
    asked,
  )
  await addMember.within(tx, { id: memberId, name: stated.name, roles: ['therapist'] }, asked)
  await addSeat(tx, { id: memberId, accountId, kind: 'member', personId: null, since: asked.machineNow })
  return { memberId, practiceName: stated.name }
}
