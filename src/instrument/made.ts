import { rangeOf } from './counting.ts'
import { reachOf } from './given.ts'
import type { Band, Condition, Instrument, Item, ItemId, Score } from './instrument.ts'
import { optionCount } from './ownWords.ts'
import { wordsMissing } from './wording.ts'

/** Everything about an instrument's data that is not as it must be, in words for who wrote it; empty when it is well made. */
export const faultsOf = (instrument: Instrument): string[] => [
  ...headFaults(instrument),
  ...itemFaults(instrument),
  ...scoreFaults(instrument),
  ...bandFaults(instrument),
  ...conditionFaults(instrument),
  ...wordingFaults(instrument),
]

/** The words of those that do not hold. */
const unless = (...claims: readonly (readonly [holds: boolean, words: string])[]): string[] =>
  claims.filter(([holds]) => !holds).map(([, words]) => words)

const isDistinct = (all: readonly unknown[]): boolean => new Set(all).size === all.length

function headFaults({ id, version, tier, recallDays, ...rest }: Instrument): string[] {
  const flags = rest.flags.map((flag) => flag.id)
  const items = rest.items.map((item) => item.id)
  return unless(
    [/^[a-z0-9-]+$/.test(id), 'its id'],
    [/^\d+$/.test(version), 'its version'],
    [['A', 'B', 'S', 'O'].includes(tier), 'its tier'],
    [isSaid(rest.licence.line, 10) && isSaid(rest.licence.holder, 2), 'its licence'],
    [rest.sources.length >= 2 && rest.sources.every((source) => isSaid(source, 10)), 'its sources'],
    [recallDays === null || recallDays >= 0, 'its recall'],
    [rest.danger.every((flag) => flags.includes(flag)), 'a danger that is no flag'],
    [rest.neverSilent.every((item) => items.includes(item)), 'a silent item that is not there'],
    [isDistinct(flags), 'a flag twice'],
  )
}

const isSaid = (words: string, least: number): boolean => words.trim().length > least

function itemFaults({ items }: Instrument): string[] {
  const places = items.map(({ id, in: where }) => JSON.stringify(where ?? id))
  return [
    ...unless(
      [isDistinct(items.map(({ id }) => String(id))), 'an item twice'],
      [isDistinct(places), 'two items in one place'],
    ),
    ...items.flatMap(oneItemFaults),
    ...optionFaults(items),
  ]
}

/** One list of words serves every item that names it: they are answered in as many ways. */
function optionFaults(items: readonly Item[]): string[] {
  const asked = items.filter(({ setting, text, typed }) => !setting && !text && !typed)
  return [...Map.groupBy(asked, ({ options }) => options)].flatMap(([name, those]) => {
    const counts = [...new Set(those.map(optionCount))]
    return counts.length > 1 ? [`options ${name} are for ${counts.join(' and for ')} answers`] : []
  })
}

function oneItemFaults({ id, values, range, codes, ticks, options, loinc }: Item): string[] {
  const ways = [values.length > 0, range, codes, ticks].filter(Boolean).length
  const rises = values.every((value, at) => at === 0 || value > values[at - 1]!)
  return unless(
    [ways === 1, `${id} is answered in ${ways} ways`],
    [rises, `${id} has values out of order`],
    [range === undefined || range.min < range.max, `${id} has no range`],
    [options.length > 0, `${id} has no options`],
    [loinc === undefined || /^\d{4,6}-\d$/.test(loinc), `${id} has no LOINC code`],
  )
}

const knownItems = ({ items }: Instrument): Set<ItemId> =>
  new Set(items.flatMap(({ id, ticks = [] }) => [id, ...ticks.map((tick) => `${id}.${tick}`)]))

function scoreFaults(instrument: Instrument): string[] {
  const { scores, main, needed } = instrument
  const ids = scores.map(({ id }) => id)
  return [
    ...unless(
      [isDistinct(ids), 'a score twice'],
      [main === null || ids.includes(main), 'a main score that is not there'],
      [needed.every((id) => ids.includes(id)), 'a needed score that is not there'],
    ),
    ...scores.flatMap((score, at) => oneScoreFaults(instrument, score, ids.slice(0, at))),
  ]
}

function oneScoreFaults(instrument: Instrument, score: Score, before: readonly string[]): string[] {
  const known = knownItems(instrument)
  const of = 'of' in score ? score.of : 'among' in score ? score.among : []
  const on = 'parts' in score ? score.parts : 'with' in score ? [score.with] : []
  const { min, max } = rangeOf(instrument, score)
  return unless(
    [of.every((id) => known.has(id)), `${score.id} counts what is not there`],
    [isDistinct(of), `${score.id} counts something twice`],
    [!('of' in score) || score.mayMiss < of.length, `${score.id} may miss everything`],
    [on.every((id) => before.includes(id)), `${score.id} stands before its parts`],
    [min < max, `${score.id} has no range`],
  )
}

type Mark = Extract<Band, { readonly from: number } | { readonly above: number }>

/** Bands by figures cover the main score from its least on, without a gap, highest first; bands by conditions leave nobody out. */
function bandFaults(instrument: Instrument): string[] {
  const { bands, scores, main } = instrument
  const marks = bands.filter((band): band is Mark => !('when' in band))
  if (bands.length === 0) return []
  if (marks.length === 0) return unless([alwaysHolds(bands.at(-1)), 'bands that may leave someone out'])
  const score = scores.find(({ id }) => id === main)
  if (!score || marks.length < bands.length) return ['bands without a score']
  return markFaults(marks, rangeOf(instrument, score))
}

const alwaysHolds = (band: Band | undefined): boolean =>
  band !== undefined && 'when' in band && 'all' in band.when && band.when.all.length === 0

function markFaults(
  marks: readonly Mark[],
  { min, max }: { readonly min: number; readonly max: number },
): string[] {
  const starts = marks.map((mark) => ('from' in mark ? mark.from : mark.above))
  const [highest, lowest] = [starts[0] ?? max, starts.at(-1) ?? min]
  return unless(
    [starts.every((start, at) => at === 0 || start < starts[at - 1]!), 'bands out of order'],
    [lowest === min && 'from' in marks.at(-1)!, `bands from ${lowest}, and scores from ${min}`],
    [highest <= max, 'a band that nobody reaches'],
    [isDistinct(marks.map(({ id }) => id)), 'a band twice'],
  )
}

function conditionFaults(instrument: Instrument): string[] {
  const { rules, classification } = instrument
  const named = classification.filter((each) => typeof each === 'string')
  return [
    ...named.filter((rule) => !(rule in rules)).map((rule) => `no rule ${rule}`),
    ...conditionsOf(instrument).flatMap((condition) => oneConditionFaults(instrument, condition)),
  ]
}

const conditionsOf = ({
  items,
  rules,
  flags,
  bands,
  classification,
  scores,
  ...rest
}: Instrument): Condition[] =>
  [
    ...items.flatMap(({ only, unless: not }) => [only, not]),
    ...Object.values(rules),
    ...flags.map(({ when }) => when),
    ...bands.map((band) => ('when' in band ? band.when : undefined)),
    ...classification.flatMap((each) => (typeof each === 'string' ? [] : each.first.map(({ when }) => when))),
    ...scores.flatMap((score) => ('cases' in score ? score.cases.map(({ when }) => when) : [])),
    rest.completeWhen,
    rest.notApplicable?.when,
  ].filter((condition) => condition !== undefined)

function oneConditionFaults(instrument: Instrument, condition: Condition): string[] {
  const items = itemsIn(condition)
  if (items) return items.flatMap((id) => markOfItemFaults(instrument, id, condition))
  if ('score' in condition)
    return unless([instrument.scores.some(({ id }) => id === condition.score), `no score ${condition.score}`])
  if ('rule' in condition) return unless([condition.rule in instrument.rules, `no rule ${condition.rule}`])
  return Object.values(condition as Readonly<Record<string, Condition | Condition[] | number>>)
    .flat()
    .flatMap((each) => (typeof each === 'object' ? oneConditionFaults(instrument, each) : []))
}

function itemsIn(condition: Condition): readonly ItemId[] | undefined {
  if ('items' in condition) return condition.items
  if ('item' in condition) return [condition.item]
  if ('missing' in condition) return [condition.missing]
  return 'skipped' in condition ? [condition.skipped] : undefined
}

function markOfItemFaults(instrument: Instrument, id: ItemId, condition: Condition): string[] {
  if (!knownItems(instrument).has(id)) return [`no item ${id}`]
  const item = instrument.items.find((each) => each.id === id)
  const mark = 'item' in condition || 'items' in condition ? condition.atLeast : -Infinity
  return unless([item === undefined || mark <= reachOf(item).max, `${id} never reaches ${mark}`])
}

/** Wording is whole where it is there, and only where it may be. */
function wordingFaults(instrument: Instrument): string[] {
  const { tier, licence } = instrument
  const languages = Object.entries(instrument.languages)
  return [
    ...unless(
      [!['B', 'S'].includes(tier) || languages.length === 0, 'wording that may not be here'],
      [tier !== 'O' || languages.length === 2, 'own words in one language only'],
      [tier !== 'O' || licence.line.includes('Not a validated instrument'), 'not called unvalidated'],
    ),
    ...languages.flatMap(([language, wording]) =>
      wordsMissing(instrument, wording).map((what) => `${language}: ${what}`),
    ),
  ]
}
