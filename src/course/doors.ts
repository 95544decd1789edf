import type { Thing } from './home.ts'

const doors: Readonly<Record<Exclude<Thing['kind'], 'log'>, string>> = {
  today: '/me/today',
  questions: '/me/questions',
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

/** Where a thing is done; how an exercise went is said where it stands. No word in an address says what it is about. */
export function doorOf(thing: Thing): string | undefined {
  if (thing.kind === 'log') return undefined
  if (thing.kind === 'today') return `${doors.today}/${thing.sessionId}`
  return 'insightId' in thing ? `${doors[thing.kind]}/${thing.insightId}` : doors[thing.kind]
}
