import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { MemberRole } from '../../kernel/actor.ts'
import { day, hour, instant } from '../../kernel/instant.ts'
import { canary } from './canaries.ts'
import type { cloneDatabase } from '../../platform/testing/clone.ts'

type Owner = Awaited<ReturnType<typeof cloneDatabase>>['owner']

/** Someone who is signed in: what a browser would hold, and which seat it sits in. */
export interface Someone {
  readonly seatId: string
  readonly accountId: string
  readonly practiceId: string
  readonly token: string
}

/** The machine's clock in tests. A demo practice's care clock may be moved apart from it. */
export const machineStart = instant('2026-03-02T17:00:00.000Z')

const yesterday = new Date(machineStart - day)

export async function addPractice(owner: Owner, name: string): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into practice (id, name, time_zone, demo, phone, coordinator_email)
     values ($1, $2, 'America/Los_Angeles', true, '+1 555 010 0100', $3)`,
    [id, name, `${id}@practice.example`],
  )
  return id
}

async function addAccount(owner: Owner): Promise<string> {
  const id = randomUUID()
  await owner.query('insert into account (id, email) values ($1, $2)', [id, `${id}@people.example`])
  return id
}

/** A sign-in that has just happened; answers the token a browser would hold. */
export async function addLogin(owner: Owner, accountId: string, factors: 1 | 2): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await owner.query(
    `insert into login (id, account_id, token_hash, factors, device, started_at, seen_at, ends_at)
     values ($1, $2, $3, $4, 'a test', $5, $5, $6)`,
    [
      randomUUID(),
      accountId,
      createHash('sha256').update(token).digest(),
      factors,
      new Date(machineStart),
      new Date(machineStart + 12 * hour),
    ],
  )
  return token
}

interface SeatPlan {
  readonly id: string
  readonly practiceId: string
  readonly kind: 'member' | 'client'
  readonly factors: 1 | 2
}

async function sit(owner: Owner, plan: SeatPlan): Promise<Someone> {
  const accountId = await addAccount(owner)
  await owner.query(
    'insert into seat (id, practice_id, account_id, kind, person_id, since) values ($1, $2, $3, $4, $5, $6)',
    [plan.id, plan.practiceId, accountId, plan.kind, plan.kind === 'client' ? plan.id : null, yesterday],
  )
  const token = await addLogin(owner, accountId, plan.factors)
  return { seatId: plan.id, accountId, practiceId: plan.practiceId, token }
}

export async function addMember(owner: Owner, practiceId: string, roles: MemberRole[]): Promise<Someone> {
  const id = randomUUID()
  await owner.query('insert into member (practice_id, id, name, roles) values ($1, $2, $3, $4)', [
    practiceId,
    id,
    `Member ${roles.join(' ')}`,
    roles,
  ])
  return sit(owner, { id, practiceId, kind: 'member', factors: 2 })
}

export async function addPerson(owner: Owner, practiceId: string, givenName = 'Test'): Promise<Someone> {
  const id = randomUUID()
  await owner.query(
    `insert into person (practice_id, id, given_name, family_name, time_zone, address_line)
     values ($1, $2, $3, 'Prueba', 'America/Los_Angeles', $4)`,
    [practiceId, id, givenName, canary('contact', id)],
  )
  return sit(owner, { id, practiceId, kind: 'client', factors: 1 })
}

/** Another sign-in of the same person's, whose place here has ended. */
export async function addDeparted(owner: Owner, { practiceId, seatId }: Someone): Promise<Someone> {
  const [id, accountId] = [randomUUID(), await addAccount(owner)]
  await owner.query(
    `insert into seat (id, practice_id, account_id, kind, person_id, since, until) values ($1, $2, $3, 'client', $4, $5, $5)`,
    [id, practiceId, accountId, seatId, yesterday],
  )
  return { seatId: id, accountId, practiceId, token: await addLogin(owner, accountId, 2) }
}

/** Puts a member on a person's care team; with `until`, someone who once was. */
export async function assign(
  owner: Owner,
  place: { member: Someone; personId: string; until?: Date },
): Promise<void> {
  await owner.query(
    `insert into care_team (practice_id, id, person_id, member_id, since, until) values ($1, $2, $3, $4, $5, $6)`,
    [
      place.member.practiceId,
      randomUUID(),
      place.personId,
      place.member.seatId,
      yesterday,
      place.until ?? null,
    ],
  )
}

/** A course with its first session planned for today. */
export async function addCourse(owner: Owner, practiceId: string, personId: string) {
  const [courseId, sessionId] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
     values ($1, $2, $3, 'sublingual', '1', $4)`,
    [practiceId, courseId, personId, yesterday],
  )
  await owner.query(
    `insert into journey_session (practice_id, id, person_id, course_id, number, planned_at)
     values ($1, $2, $3, $4, 1, $5)`,
    [practiceId, sessionId, personId, courseId, new Date(machineStart)],
  )
  return { courseId, sessionId }
}

/** A therapist of another practice whom a client let into one course of theirs: permission, seat and joining. */
export async function addGuest(
  owner: Owner,
  host: { practiceId: string; personId: string; courseId: string },
  home: Someone,
): Promise<Someone> {
  const [grantId, seatId] = [randomUUID(), randomUUID()]
  const { practiceId, personId, courseId } = host
  await owner.query(
    `insert into guest_grant (practice_id, id, person_id, course_id, name, email, shown, document_hash, confirmation_id,
       granted_at, granted_by)
     values ($1, $2, $3, $4, 'Nora Invented', 'nora@people.example', 'shown', encode(sha256('shown'), 'hex'), $2, $5, $3)`,
    [practiceId, grantId, personId, courseId, yesterday],
  )
  await owner.query(
    `insert into seat (id, practice_id, account_id, kind, person_id, course_id, home_member_id, since)
     values ($1, $2, $3, 'guest', $4, $5, $6, $7)`,
    [seatId, practiceId, home.accountId, personId, courseId, home.seatId, yesterday],
  )
  await owner.query(
    `insert into guest_joining (practice_id, id, person_id, course_id, grant_id, seat_id, name, practice_name,
       license_state, license_number, joined_at)
     values ($1, $2, $3, $4, $5, $2, 'Nora Invented', 'Elsewhere', 'CA', 'LMFT 00000', $6)`,
    [practiceId, seatId, personId, courseId, grantId, yesterday],
  )
  return { ...home, seatId, practiceId }
}

/** The client took it back: a fact, and the seat with it. */
export async function endGuest(owner: Owner, { seatId, practiceId }: Someone): Promise<void> {
  await owner.query(
    `insert into guest_grant_end (practice_id, id, person_id, course_id, grant_id, how, ended_at, ended_by)
     select practice_id, $1, person_id, course_id, grant_id, 'taken-back', $2, person_id
     from guest_joining where seat_id = $3 and practice_id = $4`,
    [randomUUID(), new Date(machineStart), seatId, practiceId],
  )
  await owner.query('update seat set until = $1 where id = $2', [new Date(machineStart), seatId])
}
