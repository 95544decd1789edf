import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeHelp } from './help.ts'
import { minutesAheadOf, practiceHere } from './practice.queries.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import type { WriteTx } from '../platform/db/write.ts'
import {
  addHelp,
  addMember,
  addPractice,
  addJourneyLength,
  addRoomStay,
  moveClock,
  type NewMember,
  type NewPractice,
} from './practice.store.ts'

/** Lets time pass in a rehearsal. The database refuses the same for a practice that is not one. */
export const moveCareClock = command(async (tx, { minutes }: { readonly minutes: number }) => {
  const { demo } = await practiceHere(tx)
  if (!demo) throw new Problem('not-a-demo')
  const minutesAhead = (await minutesAheadOf(tx)) + minutes
  await moveClock(tx, minutesAhead)
  const everyone = { payload: { practiceId: tx.actor.practiceId } }
  await enqueue(tx, 'ladder-all', everyone)
  await enqueue(tx, 'asking-all', everyone)
  await enqueue(tx, 'missed-all', everyone)
  return { minutesAhead }
})

export const setHelp = command(async (tx, help: PracticeHelp & { readonly id: string }) => {
  await addHelp(tx, help)
  return { id: help.id }
})

/** Kept as one more fact: the newest counts, for rooms that are open now too. */
export const setRoomStay = command(async (tx, stay: { readonly id: string; readonly minutes: number }) => {
  await addRoomStay(tx, stay)
  return { id: stay.id }
})

/** Kept as one more fact: the newest counts for whatever is planned from now on. */
export const setJourneyLength = command(
  async (tx, length: { readonly id: string; readonly minutes: number }, { careNow }) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    await addJourneyLength(tx, { ...length, by: seatId, at: careNow })
    return { id: length.id }
  },
)

/** Seeding, as the service: a demo's people have lived through weeks before anyone looks. The database refuses it elsewhere. */
export const setDemoClock = {
  within: (tx: WriteTx, minutesAhead: number): Promise<void> => moveClock(tx, minutesAhead),
}

export const foundPractice = {
  within: (tx: WriteTx, practice: NewPractice): Promise<void> => addPractice(tx, practice),
}

export const takeOn = { within: (tx: WriteTx, member: NewMember): Promise<void> => addMember(tx, member) }
