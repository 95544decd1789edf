import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { changedParts, partsOf, type Details } from './details.ts'
import type { Person } from './person.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    person: {
      practice_id: Fixed<string>
      id: Fixed<string>
      given_name: string
      family_name: string
      called_by: string | null
      birth_date: string | null
      gender: 'female' | 'male' | 'other' | 'unknown' | null
      language: 'en' | 'es'
      time_zone: string
      email: string | null
      phone: string | null
      address_line: string | null
      city: string | null
      state: string | null
      postal_code: string | null
      created_at: StampedByDatabase
    }
    details_correction: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      before: Json<Partial<Details>>
      after: Json<Partial<Details>>
      /** None where a person says themself how they are reached. */
      why: Fixed<string | null>
      corrected_by: Fixed<string>
      corrected_at: Moment
      recorded_at: StampedByDatabase
    }
    care_team: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      member_id: Fixed<string>
      since: Moment
      until: ChangeableMoment
    }
  }
  interface Changeable {
    person: true
    care_team: true
  }
}

const columnsOf = (details: Details) => ({
  given_name: details.givenName,
  family_name: details.familyName,
  called_by: details.calledBy,
  birth_date: details.birthDate,
  gender: details.gender,
  language: details.language,
  time_zone: details.timeZone,
  email: details.email,
  phone: details.phone,
  address_line: details.addressLine,
  city: details.city,
  state: details.state,
  postal_code: details.postalCode,
})

export async function addPerson(tx: WriteTx, person: Person): Promise<void> {
  await tx
    .insertInto('person')
    .values({ practice_id: tx.actor.practiceId, id: person.id, ...columnsOf(person) })
    .execute()
}

export interface Correction {
  readonly id: string
  readonly personId: string
  readonly before: Details
  readonly after: Details
  readonly why: string | null
  readonly by: string
  readonly at: Instant
}

/** What stands now, and beside it what stood before; the database takes neither without the other. */
export async function storeDetails(tx: WriteTx, correction: Correction): Promise<void> {
  const parts = changedParts(correction.before, correction.after)
  await tx
    .insertInto('details_correction')
    .values({
      practice_id: tx.actor.practiceId,
      id: correction.id,
      person_id: correction.personId,
      before: JSON.stringify(partsOf(correction.before, parts)),
      after: JSON.stringify(partsOf(correction.after, parts)),
      why: correction.why,
      corrected_by: correction.by,
      corrected_at: isoOf(correction.at),
    })
    .execute()
  await tx
    .updateTable('person')
    .set(columnsOf(correction.after))
    .where('id', '=', correction.personId)
    .execute()
}

export interface TeamPlace {
  readonly id: string
  readonly personId: string
  readonly memberId: string
  readonly since: Instant
}

export async function joinCareTeam(tx: WriteTx, place: TeamPlace): Promise<void> {
  await tx
    .insertInto('care_team')
    .values({
      practice_id: tx.actor.practiceId,
      id: place.id,
      person_id: place.personId,
      member_id: place.memberId,
      since: isoOf(place.since),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function leaveCareTeam(
  tx: WriteTx,
  place: { personId: string; memberId: string; until: Instant },
): Promise<void> {
  await tx
    .updateTable('care_team')
    .set({ until: isoOf(place.until) })
    .where('person_id', '=', place.personId)
    .where('member_id', '=', place.memberId)
    .where('until', 'is', null)
    .execute()
}
