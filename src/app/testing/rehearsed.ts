import { seedDemo } from '../seed/seed.ts'
import { clients, members, type MemberKey } from '../seed/people.ts'
import { addCourse, addGuest, addLogin, machineStart, type Someone } from './arrange.ts'
import { openClinic, type Clinic } from './clinic.ts'
import { testVaultKey } from './credentials.ts'

export type InventedKey = MemberKey | keyof typeof clients

/** The invented practice as a newcomer finds it, with its people signed in, beside the two that every test has. */
export interface Rehearsed {
  readonly clinic: Clinic
  readonly practiceId: string
  readonly demo: Readonly<Record<InventedKey, Someone>>
  /** A therapist of another practice, let into Hannah's course. */
  readonly guest: Someone
  /** Hannah, her course and her last session: whose rows the demo has most of. */
  readonly own: { readonly personId: string; readonly courseId: string; readonly sessionId: string }
}

export async function openRehearsed(): Promise<Rehearsed> {
  const clinic = await openClinic()
  await seedDemo({
    db: clinic.db,
    vaultKey: testVaultKey,
    machineNow: () => machineStart,
    report: (fault) => void clinic.faults.push(fault),
  })
  const demo = await signedIn(clinic)
  const { practiceId, seatId: personId } = demo.hannah
  const own = { personId, ...(await lastSession(clinic, personId)) }
  const guest = await addGuest(clinic.owner, { practiceId, ...own }, clinic.people.foreigner)
  await addCourse(clinic.owner, clinic.elsewhere, clinic.people.foreignClient.seatId)
  return { clinic, practiceId, demo, guest, own }
}

async function signedIn({ owner }: Clinic): Promise<Rehearsed['demo']> {
  const found: Partial<Record<InventedKey, Someone>> = {}
  const both = [
    ...members.map((one) => [one, 2] as const),
    ...Object.values(clients).map((one) => [one, 1] as const),
  ]
  for (const [{ key, email }, factors] of both) {
    const { rows } = await owner.query(
      `select s.id as "seatId", a.id as "accountId", s.practice_id as "practiceId"
       from account a join seat s on s.account_id = a.id where a.email = $1`,
      [email],
    )
    found[key] = { ...rows[0], token: await addLogin(owner, rows[0].accountId, factors) }
  }
  return found as Rehearsed['demo']
}

async function lastSession({ owner }: Clinic, personId: string) {
  const { rows } = await owner.query(
    `select course_id as "courseId", id as "sessionId" from journey_session where person_id = $1 order by number desc limit 1`,
    [personId],
  )
  return rows[0] as { courseId: string; sessionId: string }
}
