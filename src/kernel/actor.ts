export const memberRoles = [
  'therapist',
  'prescriber',
  'monitor',
  'coordinator',
  'administrator',
  'auditor',
] as const
export type MemberRole = (typeof memberRoles)[number]

/**
 * `service` is the product itself at work: jobs, seeding, the command line. `visitor` is nobody yet; `arriving` is signed
 * in but still owes a second factor; `account` is anyone who has signed in completely. `tablet` is the practice's own, handed to
 * someone for one form: nobody has signed in. `departed` was a client here, and still hands in what they had answered.
 */
export type Role =
  | MemberRole
  | 'client'
  | 'departed'
  | 'guest'
  | 'service'
  | 'visitor'
  | 'arriving'
  | 'account'
  | 'tablet'

/** Who acts in a practice, in which seat. A client and a guest are tied to one person; a guest also to one course. */
export interface Actor {
  readonly accountId: string | null
  readonly seatId: string | null
  readonly practiceId: string
  readonly roles: readonly Role[]
  readonly name: string
  readonly personId: string | null
  readonly courseId: string | null
}

/** The practice of nobody: where sign-in and refusals happen before a practice is known. */
export const house = '00000000-0000-0000-0000-000000000000'
