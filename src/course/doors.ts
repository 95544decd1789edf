import type { Thing } from './home.ts'

const doors: Readonly<Record<Exclude<Thing['kind'], 'log'>, string>> = {
  today: '/me/today',
  questions: '/me/questions',
  history: '/me/history',
  signing: '/me/agreement',
  intention: '/me/before',
  belief: '/me/before',
  rate: '/me/before',
  rest: '/me/words/new',
  capture: '/me/words/new',
  meaning: '/me/words',
  exercise: '/me/words',
  change: '/me/words',
}

/** What a client said or signed stays in reach, to be read again, changed or taken back: not only while it is asked for. */
export const standingDoorsOf = ({ agreed, courseId }: { agreed: boolean; courseId: string | null }) =>
  [
    ...(agreed ? (['agreed'] as const) : []),
    ...(courseId === null ? [] : (['wished'] as const)),
    'told' as const,
  ].map((what) => ({
    what,
    href: { agreed: doors.signing, wished: doors.intention, told: doors.history }[what],
  }))

/** Where a thing is done; how an exercise went is said where it stands. No word in an address says what it is about. */
export function doorOf(thing: Thing): string | undefined {
  if (thing.kind === 'log') return undefined
  if (thing.kind === 'today') return `${doors.today}/${thing.sessionId}`
  return 'insightId' in thing ? `${doors[thing.kind]}/${thing.insightId}` : doors[thing.kind]
}
