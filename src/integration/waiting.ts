import { instant } from '../kernel/instant.ts'
import type { IntegrationFacts, LogOutcome } from './integration.ts'

/** What was written on this device and is not yet taken by the server. */
export interface Waiting {
  readonly path: string
  readonly input: object
}

interface Said {
  readonly id: string
  readonly words?: string
  readonly at?: string
  readonly sessionId?: string | null
  readonly outcome?: LogOutcome
  readonly replaces?: string | null
  readonly exerciseId?: string | null
}

type Fact = Partial<IntegrationFacts>
const words = ({ words: said = '' }: Said) => said

/** Which fact each address carries; the part of it that names the insight or the exercise is handed on. */
const carried: readonly [RegExp, (said: Said, at: number, of: string) => Fact][] = [
  [
    /\/insights$/,
    (said, at) => ({
      insights: [
        {
          id: said.id,
          words: words(said),
          at,
          sessionId: said.sessionId ?? null,
          corrects: null,
          audience: 'no-one',
        },
      ],
    }),
  ],
  [
    /\/insights\/([^/]+)\/correction$/,
    (said, at, of) => ({
      insights: [{ id: said.id, words: words(said), at, sessionId: null, corrects: of, audience: 'no-one' }],
    }),
  ],
  [
    /\/insights\/([^/]+)\/meaning$/,
    (said, at, of) => ({ meanings: [{ id: said.id, words: words(said), at, insightId: of }] }),
  ],
  [
    /\/insights\/([^/]+)\/exercises$/,
    (said, at, of) => ({
      exercises: [{ id: said.id, words: words(said), at, insightId: of, replaces: said.replaces ?? null }],
    }),
  ],
  [
    /\/insights\/([^/]+)\/changes$/,
    (said, at, of) => ({
      changes: [{ id: said.id, words: words(said), at, insightId: of, exerciseId: said.exerciseId ?? null }],
    }),
  ],
  [
    /\/exercises\/([^/]+)\/log$/,
    (said, at, of) => ({
      logs: [{ id: said.id, words: said.words ?? null, at, exerciseId: of, outcome: said.outcome ?? 'done' }],
    }),
  ],
]

/** The facts with what still waits among them; what the server took meanwhile is not told twice. */
export const withWaiting = (facts: IntegrationFacts, waiting: readonly Waiting[]): IntegrationFacts =>
  waiting.reduce((known, { path, input }) => joined(known, factIn(path, input as Said)), facts)

function factIn(path: string, said: Said): Fact {
  const at = said.at === undefined ? Infinity : instant(said.at)
  for (const [address, fact] of carried) {
    const found = address.exec(path)
    if (found) return fact(said, at, found[1] ?? '')
  }
  return {}
}

const joined = (facts: IntegrationFacts, more: Fact): IntegrationFacts => ({
  insights: once(facts.insights, more.insights),
  meanings: once(facts.meanings, more.meanings),
  exercises: once(facts.exercises, more.exercises),
  logs: once(facts.logs, more.logs),
  changes: once(facts.changes, more.changes),
})

const once = <Item extends { readonly id: string }>(known: readonly Item[], more: readonly Item[] = []) => [
  ...known,
  ...more.filter(({ id }) => !known.some((item) => item.id === id)),
]
