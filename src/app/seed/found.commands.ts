import { addDemoAccount, type DemoPerson } from '../../access/demo.commands.ts'
import type { Vault } from '../../platform/crypto/vault.ts'
import type { PracticeTx } from '../../platform/db/tx.ts'
import { writing } from '../../platform/db/write.ts'
import { foundPractice, setDemoClock, takeOn } from '../../practice/practice.commands.ts'
import type { InventedMember } from './people.ts'

/** What no request of the product does: a demo practice, its people, and the days they have lived through. */

export const foundDemo = (tx: PracticeTx, practiceId: string): Promise<void> =>
  foundPractice.within(writing(tx), {
    id: practiceId,
    name: 'Demo practice (invented)',
    timeZone: 'America/Los_Angeles',
    language: 'en',
    phone: '+1 213 555 0100',
    coordinatorEmail: 'coordinator@demo.example',
    demo: true,
  })

export const takeOnMember = (tx: PracticeTx, id: string, { name, roles }: InventedMember): Promise<void> =>
  takeOn.within(writing(tx), { id, name, roles })

export const giveAccount = (
  tx: PracticeTx,
  person: DemoPerson,
  means: { machineNow: number; vault: Vault },
): Promise<unknown> => addDemoAccount.within(writing(tx), person, means)

export const setDay = (tx: PracticeTx, daysFromToday: number): Promise<void> =>
  setDemoClock.within(writing(tx), Math.round(daysFromToday * 24 * 60))
