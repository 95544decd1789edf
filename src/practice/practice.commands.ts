import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeHelp } from './help.ts'
import { daysAheadOf, practiceHere } from './practice.queries.ts'
import type { WriteTx } from '../platform/db/write.ts'
import {
  addHelp,
  addMember,
  addPractice,
  moveClock,
  type NewMember,
  type NewPractice,
} from './practice.store.ts'

/** Lets time pass in a rehearsal. The database refuses the same for a practice that is not one. */
export const moveCareClock = command(async (tx, { days }: { readonly days: number }) => {
  const { demo } = await practiceHere(tx)
  if (!demo) throw new Problem('not-a-demo')
  const daysAhead = (await daysAheadOf(tx)) + days
  await moveClock(tx, daysAhead)
  return { daysAhead }
})

export const setHelp = command(async (tx, help: PracticeHelp & { readonly id: string }) => {
  await addHelp(tx, help)
  return { id: help.id }
})

/** Seeding, as the service: a demo's people have lived through weeks before anyone looks. The database refuses it elsewhere. */
export const setDemoClock = {
  within: (tx: WriteTx, daysAhead: number): Promise<void> => moveClock(tx, daysAhead),
}

export const foundPractice = {
  within: (tx: WriteTx, practice: NewPractice): Promise<void> => addPractice(tx, practice),
}

export const takeOn = { within: (tx: WriteTx, member: NewMember): Promise<void> => addMember(tx, member) }
