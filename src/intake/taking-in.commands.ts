import { randomBytes } from 'node:crypto'
import { command, noteAbout } from '../audit/audit.commands.ts'
import { markTakenIn } from '../find/enquiry.commands.ts'
import { enquiryById, takenInAs } from '../find/enquiry.queries.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { isBirthDate } from '../person/details.ts'
import { createPerson } from '../person/person.commands.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import { holdImports } from './intake.queries.ts'
import { decidedMatch } from './referral.commands.ts'
import { personTold, type Told } from './taking-in.ts'
import { addTakenIn, type Wrote } from './taking-in.store.ts'

interface TakingIn {
  readonly id: string
  readonly enquiryId: string | null
  readonly told: Told
  readonly who: string | null
}

/**
 * Someone comes into care by word of mouth. As with a file, whoever bears the same name is named first and a human says who is
 * meant; one enquiry makes one person. Someone who was here already keeps what their record says; what was told stands beside it.
 */
export const takeIn = command(async (tx, { id, enquiryId, told, who }: TakingIn, asked) => {
  const by = tx.actor.seatId
  if (by === null) throw new Problem('not-allowed')
  if (!isBirthDate(told.birthDate, asked.careNow)) throw new Problem('date-not-possible')
  await holdImports(tx)
  const enquiry = enquiryId === null ? null : await waiting(tx, enquiryId)
  const match = await decidedMatch(tx, {
    person: { given: told.givenName, family: told.familyName, otherNames: [], birthDate: told.birthDate },
    who,
  })
  if (match.is !== 'new' && match.is !== 'known') throw new Problem('referral-perhaps-known')
  const personId = match.is === 'known' ? match.personId : idFrom(asked.machineNow, randomBytes(16))
  if (match.is === 'new') {
    const { timeZone } = await practiceHere(tx)
    await createPerson.within(tx, personTold(told, { id: personId, timeZone }), asked)
  }
  await addTakenIn(tx, { id, personId, enquiry, told, by, at: asked.careNow })
  if (enquiry)
    await markTakenIn.within(
      tx,
      { enquiryId: enquiry.id, id: idFrom(asked.machineNow, randomBytes(16)) },
      asked,
    )
  await noteAbout(tx, asked, personId)
  return { personId, outcome: match.is === 'new' ? ('created' as const) : ('matched' as const) }
})

/** What somebody wrote, while nobody has taken them in. */
async function waiting(tx: PracticeTx, enquiryId: string): Promise<Wrote> {
  const enquiry = await enquiryById(tx, enquiryId)
  if (!enquiry) throw new Problem('not-found')
  if (await takenInAs(tx, enquiryId)) throw new Problem('taken-in-already')
  return enquiry
}
