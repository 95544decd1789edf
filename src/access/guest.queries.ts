import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { guestState, type GuestFacts } from './guest.ts'

type Clocks = { readonly careNow: Instant; readonly machineNow: Instant }

/** Everyone this client ever let in, newest first, and how it stands with each. */
export async function guestsOf(tx: PracticeTx, personId: string, clocks: Clocks) {
  const rows = await grants(tx).where('g.person_id', '=', personId).orderBy('g.granted_at', 'desc').execute()
  const looks = rows.length === 0 ? [] : await licenseChecksOf(tx, personId)
  return rows.map((row) => {
    const facts = factsOf(row)
    return {
      id: row.id,
      courseId: row.courseId,
      name: row.joinedName ?? row.name,
      email: row.email,
      state: guestState(facts, clocks),
      grantedAt: row.grantedAt,
      until: row.until,
      joinedAt: row.joinedAt,
      endedAt: row.endedAt,
      practiceName: row.practiceName,
      license:
        row.licenseState === null || row.licenseNumber === null
          ? null
          : { state: row.licenseState, number: row.licenseNumber },
      licenseCheck: looks.find(({ grantId }) => grantId === row.id) ?? null,
      reason: row.reason,
    }
  })
}

/** Every look at a board's list, newest first. */
const licenseChecksOf = (tx: PracticeTx, personId: string) =>
  tx
    .selectFrom('guest_license_check as l')
    .innerJoin('member', 'member.id', 'l.checked_by')
    .select(['l.grant_id as grantId', 'l.found', 'l.looked_in as lookedIn', 'member.name as byName'])
    .select(ms('l.checked_at').as('at'))
    .where('l.practice_id', '=', tx.actor.practiceId)
    .where('l.person_id', '=', personId)
    .orderBy('l.checked_at', 'desc')
    .orderBy('l.recorded_at', 'desc')
    .execute()

/** One permission of this person, with the seat that was taken on it. */
export async function grantById(tx: PracticeTx, personId: string, grantId: string) {
  return grants(tx).where('g.person_id', '=', personId).where('g.id', '=', grantId).executeTakeFirst()
}

export type GrantRow = NonNullable<Awaited<ReturnType<typeof grantById>>>

/** The permission by which the one who asks is here as a guest. */
export const ownGrant = (tx: PracticeTx) =>
  grants(tx)
    .where(sql<boolean>`g.id = own_grant()`)
    .executeTakeFirst()

const whenever = (moment: string) => sql<number | null>`as_ms(${sql.ref(moment)})`

const factsOf = (row: GrantRow): GuestFacts => ({
  until: row.until,
  courseEndsAt: row.courseEndsAt,
  linkExpiresAt: row.linkExpiresAt,
  joinedAt: row.joinedAt,
  ended: row.how === null || row.endedAt === null ? null : { how: row.how, at: row.endedAt },
})

const grants = (tx: PracticeTx) =>
  tx
    .selectFrom('guest_grant as g')
    .innerJoin('course', 'course.id', 'g.course_id')
    .leftJoin('guest_joining as j', 'j.grant_id', 'g.id')
    .leftJoin('guest_grant_end as e', 'e.grant_id', 'g.id')
    .leftJoin('invitation as i', 'i.grant_id', 'g.id')
    .select(['g.id', 'g.person_id as personId', 'g.course_id as courseId', 'g.name', 'g.email'])
    .select([whenever('g.until').as('until')])
    .select([whenever('course.ended_at').as('courseEndsAt'), whenever('i.expires_at').as('linkExpiresAt')])
    .select(['j.seat_id as seatId', 'j.name as joinedName', 'j.practice_name as practiceName'])
    .select(['j.license_state as licenseState', 'j.license_number as licenseNumber'])
    .select([
      whenever('j.joined_at').as('joinedAt'),
      whenever('e.ended_at').as('endedAt'),
      'e.how',
      'e.reason',
    ])
    .select(ms('g.granted_at').as('grantedAt'))
    .where('g.practice_id', '=', tx.actor.practiceId)

export const courseEndOf = (tx: PracticeTx, { personId, courseId }: { personId: string; courseId: string }) =>
  tx
    .selectFrom('course')
    .select(whenever('ended_at').as('endsAt'))
    .where('id', '=', courseId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** The open course a guest could be let into, and what stands in the way. */
export const openCourseOf = (tx: PracticeTx, personId: string, careNow: Instant) =>
  tx
    .selectFrom('course')
    .select('id')
    .where('person_id', '=', personId)
    .where((of) =>
      of.or([of('ended_at', 'is', null), of('ended_at', '>', sql<Date>`${isoOf(careNow)}::timestamptz`)]),
    )
    .orderBy('begun_at', 'desc')
    .executeTakeFirst()

/** What a guest's first page says: by whose permission they are here, on which course, and until when. */
export async function guestPlaceOf(tx: PracticeTx) {
  const grant = await ownGrant(tx)
  const person = await tx
    .selectFrom('person')
    .select(['id', 'given_name as givenName', 'called_by as calledBy', 'family_name as familyName'])
    .where('id', '=', tx.actor.personId)
    .executeTakeFirst()
  if (!grant || !person) return undefined
  const { courseId, until, courseEndsAt, joinedAt } = grant
  return { person, courseId, until: until ?? courseEndsAt, joinedAt: joinedAt ?? grant.grantedAt }
}

/** The moment that care goes by in the practice this transaction acts in. */
export async function careClockOf(tx: PracticeTx): Promise<Instant> {
  const { now } = await tx
    .selectNoFrom((of) => of.fn<Date>('care_now', [of.val(tx.actor.practiceId)]).as('now'))
    .executeTakeFirstOrThrow()
  return now.getTime()
}
