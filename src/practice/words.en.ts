import type { StaffPlaceWord, StaffRole } from './places.ts'

const places: Record<StaffPlaceWord, string> = {
  guest: 'Your place',
  board: 'Today',
  tasks: 'Waiting',
  enquiries: 'Enquiries',
  people: 'People',
  referrals: 'Referrals',
  practice: 'Practice',
  access: 'Who comes in',
  outcomes: 'Outcomes',
  trail: 'Trail',
}

const roles: Record<StaffRole, string> = {
  therapist: 'Therapist',
  prescriber: 'Prescriber',
  monitor: 'Monitor',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
  auditor: 'Auditor',
  guest: 'Guest therapist',
}

export const en = {
  places,
  roles,
  foot: { signOut: 'Sign out', rules: 'The rules', protocols: 'The protocols', account: 'My sign-in' },
  demo: {
    label: 'Demo clock',
    about: 'An invented practice. No one here is real.',
    inbox: 'Its mail',
    ahead: 'Move ahead',
    steps: { halfHour: '30 minutes', hours: '2 hours', day: '1 day', week: '7 days' },
  },
  draft: {
    begun: 'You had begun this. It is not kept yet.',
    waits:
      'What you write waits in this tab until you keep it. If you leave quickly, sign out or close the tab, it is erased.',
  },
  nowhere: { title: 'There is no such page.', back: 'Back to the start' },
}
