import { rawAt } from './given.ts'
import type { Answers, ItemId } from './instrument.ts'
import { ownAnswers, type OwnForm, type OwnItem, type Result } from './ownForm.ts'
import { BeyondUs, pathOf } from './path.ts'
import {
  isTrue,
  mostSteps,
  NotWorkable,
  plainOf,
  truthIn,
  work,
  type Collection,
  type Element,
  type Working,
} from './pathWork.ts'
import type { Kleene } from './kleene.ts'

/** A practice's own form over one response: whatever in it is written as a path. */
export interface OwnWork {
  /** Does this condition hold? */
  readonly says: (path: string) => Kleene
  /** What is worked out, by name; null where it could not be. */
  readonly results: (missing: readonly ItemId[]) => ReadonlyMap<string, number | string | null>
}

export function workedOver(own: OwnForm, input: Answers): OwnWork {
  let on: Working | undefined
  const start = () => (on ??= begin(own, input))
  return {
    says: (path) => tried(() => truthIn(work(pathOf(path), start()))),
    results: (missing) =>
      new Map(own.results.map((result) => [result.id, resultOf(result, { missing, input, start })])),
  }
}

/** Each variable may use those before it; one that cannot be worked out is not there, and what uses it neither. */
function begin(own: OwnForm, input: Answers): Working {
  const named = new Map<string, Collection>()
  const on: Working = { resource: responseTo(own, input), named, left: { steps: mostSteps } }
  for (const { name, path } of own.variables) {
    const found = tried(() => work(pathOf(path), on))
    if (found) named.set(name, found)
  }
  return on
}

function tried<T>(attempt: () => T): T | null {
  try {
    return attempt()
  } catch (cause) {
    // Too deep, or too long: whatever a form asks of us, an answer to it is kept and its dangers are told.
    if (cause instanceof NotWorkable || cause instanceof BeyondUs || cause instanceof RangeError) return null
    throw cause
  }
}

interface Over {
  readonly missing: readonly ItemId[]
  readonly input: Answers
  readonly start: () => Working
}

/**
 * A form that does not itself say what an unanswered question means gets no score before all that the score stands on are
 * answered, and no form gets one before anything is.
 */
function resultOf(
  { path, kind, needs, stands }: Result,
  { missing, input, start }: Over,
): number | string | null {
  const isSaid = (id: string) => rawAt(input, { id, in: [ownAnswers, id] }) !== null
  if (needs && (needs.some((id) => missing.includes(id)) || !stands.some(isSaid))) return null
  const found = tried(() => work(pathOf(path), start()))
  if (!found || found.length !== 1) return null
  const one = plainOf(found[0]!)
  if (typeof one === 'object') return kind === 'word' ? wordsIn(one) : null
  if (typeof one === 'boolean') return isTrue(found) ? 'yes' : 'no'
  return one
}

/** What was chosen, in the words it has; a code where it has none. */
function wordsIn({ parts }: Element): string | null {
  const [said] = parts['display'] ?? parts['code'] ?? []
  return typeof said === 'string' ? said : null
}

const leaf = (plain: number | string | boolean, weight: number | null): Element => ({
  parts: {},
  plain,
  weight,
})

/** The response as the form is built: groups within groups, and questions within answers. */
function responseTo({ tree }: OwnForm, input: Answers): Element {
  const itemsOf = (items: readonly OwnItem[]): Element[] => items.flatMap((item) => elementOf(item))
  const elementOf = (item: OwnItem): Element[] => {
    const inner = itemsOf(item.items ?? [])
    const answers = answersIn(item, rawAt(input, { id: item.id, in: [ownAnswers, item.id] }))
    if (answers.length === 0 && inner.length === 0) return []
    const within = answers.length === 0 ? { item: inner } : {}
    const answer = answers.map((value, place) => ({
      parts: { value: [value], item: place === 0 ? inner : [] },
    }))
    return [{ parts: { linkId: [item.id], answer, ...within } }]
  }
  return { parts: { item: itemsOf(tree) } }
}

function answersIn({ answers, offers }: OwnItem, raw: unknown): Element[] {
  if (raw === null || answers === 'none') return []
  if (answers === 'boolean') return [leaf(raw === true || raw === 'yes', null)]
  if (!offers) return typeof raw === 'number' || typeof raw === 'string' ? [leaf(raw, null)] : []
  const words: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
  return words.flatMap((word) => {
    const offer = offers.find((each) => each.word === word)
    return offer ? [offered(offer)] : []
  })
}

function offered({ weight, is }: NonNullable<OwnItem['offers']>[number]): Element {
  if (typeof is !== 'object') return leaf(is, weight)
  const said = Object.entries(is).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]]))
  return { parts: Object.fromEntries(said), weight }
}
