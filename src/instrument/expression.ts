import { reachOf } from './given.ts'
import type {
  Band,
  Classification,
  Condition,
  Counting,
  Instrument,
  Item,
  ItemId,
  Score,
} from './instrument.ts'

/** One named FHIRPath expression; an earlier one may be used in a later one as `%name`. */
export interface Named {
  readonly name: string
  readonly expression: string
}

/** The groups of a Questionnaire: what is asked, and what is worked out. */
export const asked = 'items'
export const workedOut = 'scores'

const nameOf = (id: ItemId): string => `a_${String(id).replaceAll(/[^A-Za-z0-9]/g, '_')}`
const scoreName = (id: string): string => `s_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`
const answer = (id: ItemId): string => `%${nameOf(id)}`
const nothing = '{}'

/** What an answer counts as: the weight of the option; a number as it is; for a tick 1 or 0. */
function rawOf(item: Item, tick?: string): string {
  const given = `%resource.item.where(linkId = '${asked}').item.where(linkId = '${item.id}').answer.value`
  if (tick !== undefined)
    return `iif(${given}.exists(), iif(${given}.where(code = '${tick}').exists(), 1, 0), ${nothing})`
  if (item.range) return given
  const unknown = Object.entries(item.codes ?? {}).flatMap(([code, weight]) =>
    weight === null ? `code != '${code}'` : [],
  )
  return unknown.length > 0 ? `${given}.where(${unknown.join(' and ')}).weight()` : `${given}.weight()`
}

/** Every answer as it counts, in order. */
export const answersAsFhirPath = (instrument: Instrument): Named[] =>
  instrument.items.flatMap((item) => [
    { name: nameOf(item.id), expression: countedOf(instrument, item) },
    ...(item.ticks ?? []).map((tick) => ({
      name: nameOf(`${item.id}.${tick}`),
      expression: rawOf(item, tick),
    })),
  ])

function countedOf(instrument: Instrument, item: Item): string {
  const raw = item.ticks
    ? `%resource.item.where(linkId = '${asked}').item.where(linkId = '${item.id}').answer.count()`
    : rawOf(item)
  const left = leftWhen(instrument, item)
  const given = item.usually === undefined ? raw : `iif(${raw}.exists(), ${raw}, ${item.usually})`
  if (left === undefined) return given
  const otherwise = item.otherwise === undefined ? nothing : String(item.otherwise)
  return item.heardOnlyIfAsked
    ? `iif(${left}, ${otherwise}, ${given})`
    : `iif(${left} and ${raw}.empty(), ${otherwise}, ${given})`
}

/** When an item is rightly left out. */
function leftWhen(instrument: Instrument, { only, unless }: Item): string | undefined {
  if (only) return `((${conditionAsFhirPath(instrument, only)}) = false)`
  return unless && `(${conditionAsFhirPath(instrument, unless)})`
}

const joined = (parts: readonly string[], word: string, none: string): string =>
  parts.length === 0 ? none : `(${parts.join(` ${word} `)})`

const together = (ids: readonly ItemId[]): string => {
  const [first, ...rest] = ids.map(answer)
  return rest.reduce((all, each) => `${all}.combine(${each})`, first ?? nothing)
}

/** Sure when so many are, impossible when even with those not known it would be fewer, else empty. */
const tally = (sure: string, possible: string, least: number): string =>
  `iif(${sure} >= ${least}, true, iif(${possible} < ${least}, false, ${nothing}))`

/** The same three answers: true, false and empty. */
export function conditionAsFhirPath(instrument: Instrument, condition: Condition): string {
  if ('items' in condition) {
    const all = together(condition.items)
    const sure = `${all}.where($this >= ${condition.atLeast}).count()`
    return tally(sure, `(${sure} + ${condition.items.length} - ${all}.count())`, condition.times)
  }
  if ('item' in condition) return `(${answer(condition.item)} >= ${condition.atLeast})`
  if ('score' in condition) return `(%${scoreName(condition.score)} >= ${condition.atLeast})`
  if ('missing' in condition) return `${answer(condition.missing)}.empty()`
  if ('skipped' in condition) return skippedAsFhirPath(instrument, condition.skipped)
  if ('path' in condition) return `(${condition.path})`
  return combinedAsFhirPath(instrument, condition)
}

type Combined = Exclude<
  Condition,
  | { items: unknown }
  | { item: unknown }
  | { score: unknown }
  | { missing: unknown }
  | { skipped: unknown }
  | { path: unknown }
>

function combinedAsFhirPath(instrument: Instrument, condition: Combined): string {
  const each = (many: readonly Condition[]) => many.map((one) => conditionAsFhirPath(instrument, one))
  if ('rule' in condition)
    return conditionAsFhirPath(instrument, instrument.rules[condition.rule] ?? { any: [] })
  if ('not' in condition) return `${conditionAsFhirPath(instrument, condition.not)}.not()`
  if ('all' in condition) return joined(each(condition.all), 'and', 'true')
  if ('any' in condition) return joined(each(condition.any), 'or', 'false')
  if ('sure' in condition) return `iif(${conditionAsFhirPath(instrument, condition.sure)}, true, false)`
  if ('indeterminate' in condition)
    return joined(
      each(condition.indeterminate).map((one) => `(${one}).empty()`),
      'or',
      'false',
    )
  const sure = joined(
    each(condition.count).map((one) => `iif(${one}, 1, 0)`),
    '+',
    '0',
  )
  const possible = joined(
    each(condition.count).map((one) => `iif((${one}) = false, 0, 1)`),
    '+',
    '0',
  )
  return tally(sure, possible, condition.atLeast)
}

function skippedAsFhirPath(instrument: Instrument, id: ItemId): string {
  const item = instrument.items.find((each) => each.id === id)
  const left = item && leftWhen(instrument, item)
  if (!item || left === undefined || item.otherwise === undefined) return 'false'
  return item.heardOnlyIfAsked ? left : `(${left} and ${rawOf(item)}.empty())`
}

/** Every score, in order. */
export const scoresAsFhirPath = (instrument: Instrument): Named[] =>
  instrument.scores.map((score) => ({
    name: scoreName(score.id),
    expression: scoreAsFhirPath(instrument, score),
  }))

function scoreAsFhirPath(instrument: Instrument, score: Score): string {
  if ('of' in score) return ofItems(instrument, score)
  if ('parts' in score) {
    const parts = score.parts.map((part) => `%${scoreName(part)}`)
    return guarded(instrument, score.needs, parts.join(' + '))
  }
  if ('among' in score) return `${together(score.among)}.count()`
  if (score.how === 'choice')
    return score.cases.reduceRight(
      (rest, { when, is }) => `iif(${conditionAsFhirPath(instrument, when)}, ${is}, ${rest})`,
      String(score.otherwise),
    )
  return met(
    score.rules.map((rule) => conditionAsFhirPath(instrument, { rule })),
    score.end,
  )
}

type OfItems = Extract<Counting, { readonly of: unknown }>

function ofItems(instrument: Instrument, { how, of, mayMiss, needs }: OfItems): string {
  const all = together(of)
  const least = Math.max(1, of.length - mayMiss)
  return guarded(
    instrument,
    needs,
    `iif(${all}.count() >= ${least}, ${worked(instrument, how, of)}, ${nothing})`,
  )
}

function worked(instrument: Instrument, how: OfItems['how'], of: readonly ItemId[]): string {
  const all = together(of)
  if (how === 'highest') return `${all}.max()`
  const finest = instrument.items.some(({ id, range }) => of.includes(id) && range?.whole === false)
    ? 1_000_000
    : 1
  const sum = finest === 1 ? `${all}.sum()` : `${all}.select(($this * ${finest}).round(0)).sum()`
  if (how === 'mean') return halfUp(sum, `${finest} * ${all}.count()`, 100)
  if (how === 'percent') return halfUp(`${sum} * 100`, `${finest} * ${mostOf(instrument, of)}`, 100)
  const whole = finest === 1 ? sum : halfUp(sum, String(finest), 100)
  return `iif(${all}.count() = ${of.length}, ${whole}, ${halfUp(`${sum} * ${of.length}`, `${finest} * ${all}.count()`, 1)})`
}

/** In whole numbers, for a fraction in binary may fall short of the half that it is. */
const halfUp = (numerator: string, denominator: string, scale: number): string =>
  `((${numerator} * ${2 * scale} + ${denominator}) div (2 * ${denominator})) / ${scale}`

const mostOf = ({ items }: Instrument, of: readonly ItemId[]): string =>
  joined(
    of.map((id) => `iif(${answer(id)}.exists(), ${reachOf(items.find((item) => item.id === id)!).max}, 0)`),
    '+',
    '0',
  )

function guarded({ items }: Instrument, needs: readonly ItemId[] | undefined, expression: string): string {
  if (!needs) return expression
  const given = needs.map((id) => {
    const instead = items.find((item) => item.id === id)?.insteadOf
    return `${together(instead === undefined ? [id] : [id, instead])}.exists()`
  })
  return `iif(${joined(given, 'and', 'true')}, ${expression}, ${nothing})`
}

function met(rules: readonly string[], end: 'exactly' | 'at-least' | 'at-most'): string {
  const sure = joined(
    rules.map((rule) => `iif(${rule}, 1, 0)`),
    '+',
    '0',
  )
  if (end === 'at-least') return sure
  if (end === 'at-most')
    return joined(
      rules.map((rule) => `iif((${rule}) = false, 0, 1)`),
      '+',
      '0',
    )
  return `iif(${joined(
    rules.map((rule) => `(${rule}).exists()`),
    'and',
    'true',
  )}, ${sure}, ${nothing})`
}

/** What is shown of each score, the band and each classification, by name. */
export function resultsAsFhirPath(instrument: Instrument): Named[] {
  const { notApplicable, classification } = instrument
  const nobody = notApplicable && conditionAsFhirPath(instrument, notApplicable.when)
  const unlessNobody = (expression: string, word = nothing) =>
    nobody === undefined ? expression : `iif(${nobody}, ${word}, ${expression})`
  return [
    ...instrument.scores.map((score) => ({
      name: score.id,
      expression: unlessNobody(shown(instrument, score)),
    })),
    ...(instrument.bands.length > 0
      ? [{ name: 'band', expression: unlessNobody(bandAsFhirPath(instrument)) }]
      : []),
    ...classification.map((each) => {
      const name = typeof each === 'string' ? each : each.id
      const word = notApplicable?.classification[name]
      return { name, expression: unlessNobody(classAsFhirPath(instrument, each), word && `'${word}'`) }
    }),
  ]
}

function shown({ scores, onlyTogether }: Instrument, score: Score): string {
  const value = `%${scoreName(score.id)}`
  if (onlyTogether) {
    const all = scores.map(({ id }) => `%${scoreName(id)}.exists()`)
    return `iif(${joined(all, 'and', 'true')}, ${value}, ${nothing})`
  }
  return 'with' in score ? `iif(%${scoreName(score.with)}.exists(), ${value}, ${nothing})` : value
}

const bandAsFhirPath = (instrument: Instrument): string =>
  instrument.bands.reduceRight(
    (rest, band) => `iif(${inBand(instrument, band)}, '${band.id}', ${rest})`,
    nothing as string,
  )

function inBand(instrument: Instrument, band: Band): string {
  if ('when' in band) return conditionAsFhirPath(instrument, band.when)
  const main = `%${scoreName(instrument.main ?? '')}`
  return 'from' in band ? `${main} >= ${band.from}` : `${main} > ${band.above}`
}

function classAsFhirPath(instrument: Instrument, each: Classification): string {
  if (typeof each === 'string') {
    const rule = conditionAsFhirPath(instrument, { rule: each })
    return `iif(${rule}, 'met', iif((${rule}) = false, 'not-met', 'indeterminate'))`
  }
  return each.first.reduceRight(
    (rest, { id, when }) => `iif(${conditionAsFhirPath(instrument, when)}, '${id}', ${rest})`,
    `'indeterminate'`,
  )
}
