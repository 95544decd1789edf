import type { KnownItem, Statement } from '../intake/history.ts'
import { listKinds, type ListKind, type ListSaid, type TakenBackWay } from '../intake/list-said.ts'
import type { ItemKind } from '../intake/referral.ts'
import type { When } from '../intake/when.ts'
import type { Instant } from '../kernel/instant.ts'
import { newestOf, type Telling, type ToldByQuestion } from '../telling/telling.ts'
import { detailsQuestion } from '../intake/history.ts'

/** What is new or different since somebody last decided. */
export type Changed =
  | {
      readonly kind: 'item'
      readonly id: string
      readonly at: Instant
      readonly isNew: boolean
      /** What the client said of it since. */
      readonly back: TakenBackWay | null
    }
  | { readonly kind: 'none'; readonly id: string; readonly at: Instant; readonly list: ListKind }
  | { readonly kind: 'told'; readonly id: string; readonly at: Instant }
  | {
      readonly kind: 'answer'
      readonly id: string
      readonly at: Instant
      readonly question: string
      readonly answer: string
      readonly on: When | null
      readonly before: string | null
      readonly by: string
    }

export interface Kept {
  readonly items: readonly (KnownItem & { readonly receivedAt: Instant })[]
  /** Every statement, in the order in which they were made. */
  readonly statements: readonly Statement[]
  /** In the order in which they came. */
  readonly tellings: readonly Telling[]
  readonly told: ToldByQuestion
  /** What they said of their lists, in the order in which it came. */
  readonly said: readonly ListSaid[]
}

/** Newest first. What says again what was said before is no change. */
export const changedSince = (kept: Kept, since: Instant): Changed[] =>
  [
    ...itemsChanged(kept, since),
    ...noneSince(kept, since),
    ...answersChanged(kept, since),
    ...toldChanged(kept, since),
  ].toSorted((a, b) => b.at - a.at)

const ofTheBody: readonly ItemKind[] = ['medicine', 'problem', 'allergy']

/** Came since, or was confirmed, refuted or taken back since. */
const itemsChanged = ({ items }: Kept, since: Instant): Changed[] =>
  items
    .filter(({ item }) => ofTheBody.includes(item.kind))
    .flatMap(({ id, receivedAt, statement, back }): Changed[] => {
      const at = Math.max(receivedAt, statement?.saidAt ?? 0, back?.at ?? 0)
      const way = back && back.at > since ? back.way : null
      return at > since ? [{ kind: 'item', id, at, isNew: receivedAt > since, back: way }] : []
    })

/** "None" of a list, the last time they said it. */
const noneSince = ({ said }: Kept, since: Instant): Changed[] =>
  listKinds.flatMap((list): Changed[] => {
    const none = said.findLast((one) => one.kind === list && one.said === 'none' && one.cameAt > since)
    return none ? [{ kind: 'none', id: none.id, at: none.cameAt, list }] : []
  })

function answersChanged({ statements }: Kept, since: Instant): Changed[] {
  const [before, now] = [new Map<string, Statement>(), new Map<string, Statement>()]
  for (const one of statements) {
    if (one.question === null || one.question === detailsQuestion) continue
    ;(one.saidAt > since ? now : before).set(one.question, one)
  }
  return [...now].flatMap(([question, { id, answer, on, saidAt, saidBy }]): Changed[] => {
    const old = before.get(question)
    if (old && old.answer === answer && old.on === on) return []
    return [{ kind: 'answer', id, at: saidAt, question, answer, on, before: old?.answer ?? null, by: saidBy }]
  })
}

/** Told otherwise than before, or for the first time; not what says the same as a clinician has it. */
function toldChanged({ tellings, told, statements }: Kept, since: Instant): Changed[] {
  const cameAt = ({ toldAt, arrivedAt }: Telling) => arrivedAt ?? toldAt
  const before = new Map(
    newestOf(tellings.filter((one) => cameAt(one) <= since)).map((one) => [one.question, one]),
  )
  const answers = new Map(statements.flatMap((one) => (one.question === null ? [] : [[one.question, one]])))
  return newestOf(tellings)
    .filter((one) => cameAt(one) > since && !isAlike(one, before.get(one.question)))
    .filter(({ id }) => {
      const about = [...told].filter(([, one]) => one.id === id)
      return !about.every(
        ([question, one]) => one.answer !== null && answers.get(question)?.answer === one.answer,
      )
    })
    .map((one): Changed => ({ kind: 'told', id: one.id, at: cameAt(one) }))
}

const isAlike = (one: Telling, other: Telling | undefined): boolean =>
  other !== undefined && other.answer === one.answer && other.on === one.on && other.words === one.words
