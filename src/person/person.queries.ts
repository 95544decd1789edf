import type { Selectable } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import { ms } from '../platform/db/json.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Details } from './details.ts'
import type { Person } from './person.ts'

export async function personById(tx: PracticeTx, personId: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  return row && personOf(row)
}

export const personOf = (row: Selectable<Schema['person']>): Person => ({
  id: row.id,
  givenName: row.given_name,
  familyName: row.family_name,
  calledBy: row.called_by,
  birthDate: row.birth_date,
  gender: row.gender,
  language: row.language,
  timeZone: row.time_zone,
  email: row.email,
  phone: row.phone,
  addressLine: row.address_line,
  city: row.city,
  state: row.state,
  postalCode: row.postal_code,
})

export interface CorrectedDetails {
  readonly id: string
  readonly before: Partial<Details>
  readonly after: Partial<Details>
  /** None where the person said it themself. */
  readonly why: string | null
  /** Nobody’s name where it was the person. */
  readonly by: string | null
  readonly at: Instant
}

/** How this person's details were set right, newest first. */
export const detailsCorrected = (tx: PracticeTx, personId: string): Promise<CorrectedDetails[]> =>
  tx
    .selectFrom('details_correction as c')
    .leftJoin('member as m', 'm.id', 'c.corrected_by')
    .select(['c.id', 'c.before', 'c.after', 'c.why', 'm.name as by', ms('c.corrected_at').as('at')])
    .where('c.person_id', '=', personId)
    .orderBy('c.corrected_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute()

export interface TeamMember {
  readonly memberId: string
  readonly name: string
  readonly roles: readonly string[]
}

/** Who takes part in this person's care now. */
export const careTeamOf = (tx: PracticeTx, personId: string): Promise<TeamMember[]> =>
  tx
    .selectFrom('care_team')
    .innerJoin('member', 'member.id', 'care_team.member_id')
    .select(['member.id as memberId', 'member.name', 'member.roles'])
    .where('care_team.person_id', '=', personId)
    .where('care_team.until', 'is', null)
    .orderBy('care_team.since')
    .execute()
