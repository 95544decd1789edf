/** A place of the staff's pages: where it is, which of the policy's actions opens it, and which word names it. */
export interface StaffPlace {
  readonly href: string
  readonly action: string
  readonly word: StaffPlaceWord
}

export type StaffPlaceWord =
  | 'guest'
  | 'board'
  | 'tasks'
  | 'enquiries'
  | 'people'
  | 'referrals'
  | 'practice'
  | 'access'
  | 'outcomes'
  | 'trail'

/** In the order in which they stand in the bar; each role sees what it may open. */
export const staffPlaces: readonly StaffPlace[] = [
  { href: '/app', action: 'guest.place', word: 'guest' },
  { href: '/app', action: 'board.read', word: 'board' },
  { href: '/app/tasks', action: 'task.read', word: 'tasks' },
  { href: '/app/enquiries', action: 'enquiry.read', word: 'enquiries' },
  { href: '/app/people', action: 'people.list', word: 'people' },
  { href: '/app/referrals', action: 'referral.import', word: 'referrals' },
  { href: '/app/practice', action: 'practice.settle', word: 'practice' },
  { href: '/app/access', action: 'account.recoveries', word: 'access' },
  { href: '/app/outcomes', action: 'outcomes.read', word: 'outcomes' },
  { href: '/app/trail', action: 'trail.read', word: 'trail' },
]

/** The roles of a member, as they are named in the bar. */
export const staffRoles = [
  'therapist',
  'prescriber',
  'monitor',
  'coordinator',
  'administrator',
  'auditor',
  'guest',
] as const
export type StaffRole = (typeof staffRoles)[number]
