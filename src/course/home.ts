import { day, type Instant } from '../kernel/instant.ts'
import type { Chain, Exercise } from '../integration/integration.ts'
import type { ArcDay } from './arc.ts'

/** One thing a client could do now. The first is offered; none is pressed, and "not now" is always an answer. */
export type Thing =
  | { readonly kind: 'today'; readonly sessionId: string }
  | { readonly kind: 'rest' }
  | { readonly kind: 'questions' }
  | { readonly kind: 'history' }
  | { readonly kind: 'signing' }
  | { readonly kind: 'intention' }
  | { readonly kind: 'belief' }
  | { readonly kind: 'capture' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'meaning'; readonly insightId: string; readonly words: string }
  | { readonly kind: 'exercise'; readonly insightId: string; readonly words: string }
  | { readonly kind: 'log'; readonly exerciseId: string; readonly words: string }
  | { readonly kind: 'change'; readonly insightId: string; readonly words: string }

export interface HomeFacts {
  readonly careNow: Instant
  readonly arc: ArcDay
  readonly questionsDue: boolean
  /** Not said yet that their health history is told, and nobody has decided without it. */
  readonly historyDue: boolean
  /** Not where it was taken back: whoever said no is not asked again by a page. */
  readonly signingDue: boolean
  /** Since when an answer about dying waits for a person; null: none does. */
  readonly helpSince: Instant | null
  readonly hasIntention: boolean
  readonly beliefRatedAt: Instant | null
  readonly hasBelief: boolean
  readonly lastDoseAt: Instant | null
  readonly chains: readonly Chain[]
  readonly exercises: readonly Exercise[]
}

/** Beliefs and questions are asked again a week after a dose (clinical.md 9.5). [PD] */
export const weekAfter = 7 * day

/** What there is to do, in the order in which it is offered; in the hours of a dose, nothing. */
export function thingsOf(facts: HomeFacts): Thing[] {
  const { arc } = facts
  const asks = facts.questionsDue && !isJustSaid(facts)
  if (arc.kind === 'under-way') return []
  if (arc.kind === 'rest') return [{ kind: 'rest' }]
  if (arc.kind === 'welcome') return waiting(facts, asks)
  return [
    ...(arc.kind === 'today' ? [{ kind: 'today' as const, sessionId: arc.sessionId }] : []),
    ...freshWords(facts),
    ...(arc.kind === 'ended' ? [] : before(facts, asks)),
    ...after(facts),
  ]
}

/** Invited, and before any course: what their team needs to know first. */
const waiting = (facts: HomeFacts, asks: boolean): Thing[] => [
  ...(asks ? [{ kind: 'questions' as const }] : []),
  ...(asksHistory(facts) ? [{ kind: 'history' as const }] : []),
]

/** For a day no more is asked of someone who said it; later a form must not be missing because nobody closed what it raised. */
const isJustSaid = ({ helpSince, careNow }: HomeFacts): boolean =>
  helpSince !== null && careNow - helpSince < day

/** What is needed before a first dose is not asked for after it. */
const asksHistory = (facts: HomeFacts): boolean =>
  facts.historyDue && facts.lastDoseAt === null && !isJustSaid(facts)

/** In the days after a dose its words come before any form. */
function freshWords({ arc, lastDoseAt, chains }: HomeFacts): Thing[] {
  const isFresh = arc.kind === 'after' && arc.days <= 3
  const told = chains.some(({ at }) => lastDoseAt !== null && at >= lastDoseAt)
  return isFresh && !told ? [{ kind: 'capture' }] : []
}

function before(facts: HomeFacts, asks: boolean): Thing[] {
  const things: [Thing, boolean][] = [
    [{ kind: 'questions' }, asks],
    [{ kind: 'history' }, asksHistory(facts)],
    [{ kind: 'signing' }, facts.signingDue],
    [{ kind: 'intention' }, !facts.hasIntention],
    [{ kind: 'belief' }, !facts.hasBelief],
    [{ kind: 'rate' }, ratingIsDue(facts)],
  ]
  return things.flatMap(([thing, isDue]) => (isDue ? [thing] : []))
}

function ratingIsDue({ careNow, hasBelief, beliefRatedAt, lastDoseAt }: HomeFacts): boolean {
  if (!hasBelief || lastDoseAt === null || careNow < lastDoseAt + weekAfter) return false
  return beliefRatedAt === null || beliefRatedAt < lastDoseAt + weekAfter
}

/** From insight to daily life, one step at a time: what it means, something small to do, how it went, what changed. */
function after({ careNow, chains, exercises }: HomeFacts): Thing[] {
  const steps = chains.toReversed().flatMap((chain) => stepOf(chain, careNow))
  const open = [...chains.flatMap((chain) => chain.exercises), ...exercises].filter(({ over }) => !over)
  const logs = open
    .filter((exercise) => careNow - lastTouched(exercise) >= day)
    .map((exercise): Thing => ({ kind: 'log', exerciseId: exercise.id, words: exercise.words }))
  return [...steps, ...logs]
}

function stepOf(chain: Chain, careNow: Instant): Thing[] {
  const { id: insightId, words } = chain
  if (!chain.meaning) return [{ kind: 'meaning', insightId, words }]
  if (chain.exercises.length === 0) return [{ kind: 'exercise', insightId, words }]
  const begun = Math.min(...chain.exercises.map(({ at }) => at))
  const isRipe = chain.changes.length === 0 && careNow - begun >= weekAfter
  return isRipe ? [{ kind: 'change', insightId, words }] : []
}

const lastTouched = ({ at, logs }: Exercise): Instant => Math.max(at, ...logs.map((log) => log.at))
