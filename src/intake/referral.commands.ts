import { randomBytes } from 'node:crypto'
import { command, noteAbout } from '../audit/audit.commands.ts'
import { recallIfTurned } from '../clearance/recall.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { createPerson } from '../person/person.commands.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import { addIdentifiers, addItems, addReferral, type NewItem, type Writing } from './intake.store.ts'
import { bornThen, holdImports, matchesOf, referralOfFile } from './intake.queries.ts'
import { matchPerson, namesakesOf, type Matching, type Namesake } from './match.ts'
import { newPersonFrom } from './new-person.ts'
import { readReferral } from './referral.fhir.ts'
import {
  countsOf,
  type Demographics,
  type Counts,
  type Identifier,
  type Partly,
  type ReferralReading,
  type Unread,
} from './referral.ts'

export interface Imported {
  readonly personId: string
  readonly outcome: 'created' | 'matched'
  readonly imported: Counts
  /** What this person's record held already; nothing is added twice. */
  readonly already: Counts
  readonly unread: readonly Unread[]
  readonly partly: readonly Partly[]
}

/**
 * Takes a referral over whole or not at all. The person is known again by the sender's names for them; what the record
 * holds already is left alone, so the same file twice, or twice at once, makes one person and adds nothing twice.
 */
export const importReferral = command(async (tx, { referral, who }: Importing, asked): Promise<Imported> => {
  const read = readReferral(referral, asked.careNow)
  if (!read.ok) throw new Problem(read.refusal)
  await holdImports(tx)
  const contentHash = digest(referral)
  const { person } = read.value
  const byNumber = matchPerson(await matchesOf(tx, person.identifiers, contentHash), person)
  const match = byNumber.is === 'new' ? await decidedMatch(tx, { person, who }) : byNumber
  const personId = await personOf(tx, { match, reading: read.value }, asked)
  const writing = { personId, by: memberOf(tx), at: asked.careNow }
  const added = await keep(tx, { reading: read.value, contentHash, id: () => freshId(asked) }, writing)
  await recallIfTurned.within(tx, { personId }, asked)
  await noteAbout(tx, asked, personId)
  const { unread, partly } = read.value
  return { personId, outcome: match.is === 'new' ? 'created' : 'matched', ...added, unread, partly }
})

interface Importing {
  readonly referral: string
  /** What a human decided where someone of that name may be meant; null: nobody has. */
  readonly who: string | null
}

type Named = Pick<Demographics, 'given' | 'family' | 'otherNames' | 'birthDate'>

/** No number says who is meant. Whoever may be is named, and it is theirs to say who looked. */
export async function decidedMatch(
  tx: WriteTx,
  { person, who }: { readonly person: Named; readonly who: string | null },
): Promise<Matching> {
  if (who === 'new') return { is: 'new' }
  const perhaps = namesakesOf(await bornThen(tx, person.birthDate), person)
  const chosen = perhaps.find(({ personId }) => personId === who)
  if (chosen) return { is: 'known', personId: chosen.personId, differs: [] }
  if (perhaps.length === 0 && who === null) return { is: 'new' }
  throw new Problem(
    'referral-perhaps-known',
    perhaps.map(({ personId }) => ({ path: 'who', fault: personId })),
  )
}

const freshId = ({ machineNow }: Call): string => idFrom(machineNow, randomBytes(16))

/** Only a member of the practice takes a referral in. */
function memberOf(tx: WriteTx): string {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  return tx.actor.seatId
}

async function personOf(
  tx: WriteTx,
  { match, reading }: { match: Matching; reading: ReferralReading },
  asked: Call,
): Promise<string> {
  if (match.is === 'two-people') throw new Problem('referral-matches-two')
  if (match.is === 'someone-else') throw new Problem('referral-someone-else')
  if (match.is === 'known') return match.personId
  const { timeZone } = await practiceHere(tx)
  const person = newPersonFrom(reading.person, { id: freshId(asked), timeZone })
  await createPerson.within(tx, person, asked)
  return person.id
}

interface Keeping {
  readonly reading: ReferralReading
  readonly contentHash: Buffer
  readonly id: () => string
}

async function keep(tx: WriteTx, { reading, contentHash, id }: Keeping, writing: Writing) {
  const before = await referralOfFile(tx, contentHash)
  const referralId = before?.id ?? id()
  if (!before) await addReferral(tx, { id: referralId, contentHash, reading }, writing)
  const named = reading.person.identifiers.map((identifier) => ({ ...identifier, id: id() }))
  await addIdentifiers(tx, { referralId, personId: writing.personId }, named)
  const items: NewItem[] = reading.items.map((item) => ({ id: id(), referralId, item }))
  const added = await addItems(tx, items, writing)
  const [fresh, known] = [items.filter((one) => added.has(one.id)), items.filter((one) => !added.has(one.id))]
  return {
    imported: countsOf(fresh.map(({ item }) => item)),
    already: countsOf(known.map(({ item }) => item)),
  }
}

export interface Recognised {
  readonly match: 'new' | 'known' | 'two-people' | 'someone-else' | 'perhaps'
  readonly person: { readonly id: string; readonly givenName: string; readonly familyName: string } | null
  readonly differs: readonly ('family-name' | 'birth-date')[]
  readonly perhaps: readonly (Omit<Namesake, 'personId'> & { readonly id: string })[]
}

export interface Recognising {
  readonly identifiers: readonly Identifier[]
  readonly givenName: string
  readonly familyName: string
  readonly otherNames: readonly string[]
  readonly birthDate: string | null
}

/** Whether someone here is meant, asked before anything is taken over. A write only in that the asking is on the trail. */
export const recognise = command(async (tx, told: Recognising): Promise<Recognised> => {
  const candidates = await matchesOf(tx, told.identifiers)
  const match = matchPerson(candidates, {
    family: told.familyName,
    otherNames: told.otherNames,
    birthDate: told.birthDate,
  })
  const [found] = candidates
  const person =
    match.is === 'known' && found
      ? { id: found.personId, givenName: found.givenName, familyName: found.familyName }
      : null
  const perhaps =
    match.is === 'new'
      ? namesakesOf(await bornThen(tx, told.birthDate), {
          given: told.givenName,
          family: told.familyName,
          otherNames: told.otherNames,
          birthDate: told.birthDate,
        })
      : []
  return {
    match: perhaps.length > 0 ? 'perhaps' : match.is,
    person,
    differs: match.is === 'known' ? match.differs : [],
    perhaps: perhaps.map(({ personId: id, ...one }) => ({ ...one, id })),
  }
})
