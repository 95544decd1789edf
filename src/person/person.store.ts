import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  ChangeableMoment,
  Fixed,
  FixedOrNone,
  Moment,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Person } from './person.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    person: {
      practice_id: Fixed<string>
      id: Fixed<string>
      given_name: string
      family_name: string
      called_by: string | null
      birth_date: FixedOrNone<string>
      gender: FixedOrNone<'female' | 'male' | 'other' | 'unknown'>
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

export async function addPerson(tx: WriteTx, person: Person): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      practice_id: tx.actor.practiceId,
      id: person.id,
      given_name: person.givenName,
      family_name: person.familyName,
      called_by: person.calledBy,
      birth_date: person.birthDate,
      gender: person.gender,
      language: person.language,
      time_zone: person.timeZone,
      email: person.email,
      phone: person.phone,
      address_line: person.addressLine,
      city: person.city,
      state: person.state,
      postal_code: person.postalCode,
    })
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
