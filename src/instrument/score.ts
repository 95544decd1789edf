import { asker, type Ask } from './condition.ts'
import { isOpen, rangeOf, valueOf, type Scores } from './counting.ts'
import { faultsIn, type Fault, type Reason } from './given.ts'
import { hear, type Heard } from './heard.ts'
import type { Answers, Band, Classification, Instrument, ItemId } from './instrument.ts'
import type { Kleene } from './kleene.ts'
import type { OwnForm, Result } from './ownForm.ts'

/** `unscored`: given to a version of the instrument that is not here any more. */
export type Status = 'complete' | 'prorated' | 'incomplete' | 'not-applicable' | 'unscored'

export interface Scored {
  readonly status: Status
  readonly answered: number
  readonly missing: readonly ItemId[]
  /** A score that could not be formed is null, and never 0. */
  readonly scores: Scores
  readonly band: string | null
  /** `met`, `not-met`, a word of the instrument's own, or `indeterminate`. */
  readonly classification?: Readonly<Record<string, string>>
  readonly flags: readonly string[]
  /** Marks of a score that could not be formed, which the given answers reach by themselves. */
  readonly reached?: readonly string[]
  /** Answered, although what was answered before says that it is not asked. */
  readonly unasked?: readonly ItemId[]
}

export interface Unscorable {
  readonly status: 'invalid'
  readonly reason: Fault
  readonly reasons: readonly Reason[]
  readonly scores: Readonly<Record<string, never>>
  readonly band: null
  readonly flags: readonly string[]
}

/** Scores a response under one version of an instrument. Pure: the same in the browser, the server and the command line. */
export function score(instrument: Instrument, input: Answers): Scored | Unscorable {
  const reasons = faultsIn(instrument, input)
  const [first] = reasons
  if (first) return unscorable([first, ...reasons.slice(1)])
  const heard = hear(instrument, input)
  return instrument.own ? ownScored(instrument, instrument.own, heard) : scored(instrument, heard)
}

export const unscorable = (reasons: readonly [Reason, ...Reason[]]): Unscorable => ({
  status: 'invalid',
  reason: reasons[0].reason,
  reasons,
  scores: {},
  band: null,
  flags: [],
})

function scored(instrument: Instrument, heard: Heard): Scored {
  const { notApplicable } = instrument
  const scores = new Map<string, number | null>()
  const plain = asker(instrument, { ...heard, reaches: formed(scores) })
  if (notApplicable && plain(notApplicable.when) === true) return forNobody(notApplicable)
  for (const each of instrument.scores)
    scores.set(each.id, valueOf(instrument, each, { answers: heard.answers, ask: plain, scores }))
  const total = instrument.main === null ? null : (scores.get(instrument.main) ?? null)
  return {
    status: statusOf(instrument, { heard, scores, ask: plain }),
    answered: answeredOf(heard),
    missing: heard.missing,
    scores: shown(instrument, scores),
    band: instrument.bands.find((band) => isIn(band, total, plain))?.id ?? null,
    ...(instrument.classification.length > 0 && { classification: classified(instrument, plain) }),
    ...raised(instrument, { heard, scores, ask: plain }),
    ...(heard.unasked.length > 0 && { unasked: heard.unasked }),
  }
}

/** Numbers and words as the form's own file works them out. Which way is better it does not say, so there is no total. */
function ownScored(instrument: Instrument, own: OwnForm, heard: Heard): Scored {
  const ask = asker(instrument, { ...heard, reaches: () => null })
  const results = heard.own?.results(heard.missing) ?? new Map<string, null>()
  const of = (kind: Result['kind']) => own.results.filter((each) => each.kind === kind)
  const numbers = of('number').map(({ id }): [string, number | null] => [id, numberOf(results.get(id))])
  const words = of('word').flatMap(({ id }) => {
    const word = results.get(id)
    return typeof word === 'string' ? [[id, word]] : []
  })
  const lacking = heard.missing.filter((id) => isLacking(instrument, heard, id))
  const isScored = (id: ItemId) => own.results.some(({ stands }) => stands.includes(String(id)))
  const isEstimate = lacking.every(isScored) && numbers.every(([, value]) => value !== null)
  return {
    status: lacking.length === 0 ? 'complete' : isEstimate ? 'prorated' : 'incomplete',
    answered: answeredOf(heard),
    missing: heard.missing,
    scores: Object.fromEntries(numbers),
    band: null,
    ...(words.length > 0 && { classification: Object.fromEntries(words) }),
    ...raised(instrument, { heard, scores: new Map(), ask }),
    ...(heard.unasked.length > 0 && { unasked: heard.unasked }),
  }
}

const numberOf = (value: number | string | null | undefined): number | null =>
  typeof value === 'number' ? value : null

const forNobody = ({ flags, classification }: NonNullable<Instrument['notApplicable']>): Scored => ({
  status: 'not-applicable',
  answered: 0,
  missing: [],
  scores: {},
  band: null,
  classification,
  flags,
})

/** A score that could not be formed reaches no mark, and misses none. */
const formed =
  (scores: ReadonlyMap<string, number | null>) =>
  (id: string, least: number): Kleene => {
    const value = scores.get(id) ?? null
    return value === null ? null : value >= least
  }

/** What a band is read from and change is followed in, where the instrument has such a score. */
export const totalOf = ({ main }: Instrument, { scores }: Pick<Scored, 'scores'>): number | null =>
  main === null ? null : (scores[main] ?? null)

interface Worked {
  readonly heard: Heard
  readonly scores: ReadonlyMap<string, number | null>
  readonly ask: Ask
}

/** What is rightly left out is as good as answered, unless its answers would not even have been heard. */
const answeredOf = ({ asked, missing, skipped, items }: Heard): number =>
  asked.filter(({ uncounted }) => !uncounted).length -
  missing.length +
  items.filter((item) => skipped.has(item.id) && !item.uncounted && !item.setting && !item.heardOnlyIfAsked)
    .length

function shown({ scores: all, onlyTogether }: Instrument, scores: Worked['scores']): Scores {
  if (onlyTogether && [...scores.values()].includes(null)) return {}
  const given = all.filter((each) => !('with' in each) || scores.get(each.with) !== null)
  return Object.fromEntries(given.map(({ id }) => [id, scores.get(id) ?? null]))
}

function statusOf(instrument: Instrument, { heard, scores, ask }: Worked): Status {
  if (instrument.completeWhen) return ask(instrument.completeWhen) === true ? 'complete' : 'incomplete'
  if (instrument.needed.some((id) => scores.get(id) === null)) return 'incomplete'
  const lacking = heard.missing.filter((id) => isLacking(instrument, heard, id))
  if (lacking.length === 0) return 'complete'
  return lacking.every((id) => instrument.needed.some((each) => mayLack(instrument, each, id)))
    ? 'prorated'
    : 'incomplete'
}

function isLacking(instrument: Instrument, { answers }: Heard, id: ItemId): boolean {
  const item = instrument.items.find((each) => each.id === id)
  return !item?.unscored && !item?.mayNotApply && isOpen(instrument, answers, id)
}

/** Is this score formed although this item has no answer? */
function mayLack(instrument: Instrument, scoreId: string, id: ItemId): boolean {
  const counting = instrument.scores.find((each) => each.id === scoreId)
  if (!counting) return false
  if ('parts' in counting) return counting.parts.some((part) => mayLack(instrument, part, id))
  return 'of' in counting && counting.mayMiss > 0 && counting.of.includes(id)
}

function isIn(band: Band, total: number | null, ask: Ask): boolean {
  if ('when' in band) return ask(band.when) === true
  if (total === null) return false
  return 'from' in band ? total >= band.from : total > band.above
}

function classified({ classification }: Instrument, ask: Ask): Record<string, string> {
  return Object.fromEntries(
    classification.map((each) =>
      typeof each === 'string' ? [each, wordOf(ask({ rule: each }))] : firstOf(each, ask),
    ),
  )
}

const wordOf = (answer: Kleene) => (answer === null ? 'indeterminate' : answer ? 'met' : 'not-met')

const firstOf = ({ id, first }: Exclude<Classification, string>, ask: Ask): [string, string] => [
  id,
  first.find(({ when }) => ask(when) === true)?.id ?? 'indeterminate',
]

/** Flags of what is known; and, apart, marks of a score that could not be formed but is sure to reach them. */
function raised(instrument: Instrument, { heard, scores, ask }: Worked): Pick<Scored, 'flags' | 'reached'> {
  const reaches = (id: string, least: number): Kleene => {
    const of = instrument.scores.find((each) => each.id === id)
    if (!of || scores.get(id) !== null) return formed(scores)(id, least)
    const { min, max } = rangeOf(instrument, of, heard.answers)
    return min >= least ? true : max < least ? false : null
  }
  const bounded = asker(instrument, { ...heard, reaches })
  const flags = instrument.flags.filter(({ when }) => ask(when) === true).map(({ id }) => id)
  if (![...scores.values()].includes(null)) return { flags }
  const reached = instrument.flags.filter(({ id, when }) => !flags.includes(id) && bounded(when) === true)
  return { flags, ...(reached.length > 0 && { reached: reached.map(({ id }) => id) }) }
}
