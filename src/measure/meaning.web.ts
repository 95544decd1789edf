import { fill } from '../platform/i18n/fill.ts'
import { categoryOf } from './category.ts'
import type { MeasureNow } from './measure.contract.ts'
import type { Response } from './drawn.web.ts'
import { languagesApart } from './spoken.ts'
import type { en } from './words.en.ts'
import type { en as names } from './words.names.en.ts'

/** How a reader is spoken to: words, figures and days. */
export interface Speech {
  readonly said: typeof en
  readonly names: typeof names
  readonly number: (value: number) => string
  /** Two places: a correlation. */
  readonly exact: (value: number) => string
  readonly date: (at: number) => string
}

/** A difference with its sign, so that it is not read as a score. */
export const signed = (delta: number, number: Speech['number']): string =>
  delta > 0 ? `+${number(delta)}` : number(delta).replace('-', '−')

/** What has become of it; and each claim about it with the rule it stands on. */
export interface Meaning {
  readonly first: readonly string[]
  readonly more: readonly string[]
}

export function meaningOf(measure: MeasureNow, speech: Speech): Meaning {
  const { first, more } = isCompared(measure) ? changeOf(measure, speech) : uncompared(measure, speech)
  return { first: [...unknownNow(measure, speech), ...first], more }
}

function unknownNow({ followed: { unknownSince } }: MeasureNow, { said, date }: Speech): string[] {
  return unknownSince === null ? [] : [fill(said.unknownSince, { day: date(unknownSince) })]
}

function uncompared(measure: MeasureNow, speech: Speech): Meaning {
  const { said, date } = speech
  const { never } = measure.rule
  const told = measure.responses.filter(({ status }) => status !== 'not-applicable')
  const [first, last] = [told[0], told.at(-1)]
  if (never === null) return { first: [], more: [] }
  if (!first || !last || never === 'exposures') return { first: [], more: [said.never[never]] }
  const words = (response: Response) => categorySaid(measure, response, speech)
  const days = { firstDay: date(first.answeredAt), lastDay: date(last.answeredAt) }
  const saying = first !== last && never === 'screen' ? said.categories : said.category
  return {
    first: [fill(saying, { ...days, first: words(first), last: words(last) })],
    more: [said.never[never]],
  }
}

/** Its category; without one, what is to be looked at, or that nothing is. */
export function categorySaid({ instrument }: MeasureNow, response: Response, speech: Speech): string {
  const { names: named, said, number } = speech
  const category = categoryOf(instrument, response)
  if (category !== null) return named.bands[category] ?? named.answers[category] ?? category
  if (response.status === 'incomplete' && response.flags.length === 0) return said.unknown
  const flags = response.flags.map((flag) => named.flags[flag] ?? flag)
  const total = response.total === null ? '' : `${number(response.total)}, `
  return total + (flags.length > 0 ? flags.join(', ') : said.unmarked)
}

function changeOf(measure: MeasureNow, speech: Speech): Meaning {
  const { said, number, date } = speech
  const { baseline, latest, change } = measure.followed
  const rule = ruleSaid(measure, speech)
  if (!baseline) return { first: withoutBaseline(measure, speech), more: rule }
  if (!latest || change.delta === null || change.reliable === 'unknown')
    return {
      first: [fill(said.onlyOne, { last: number(baseline.total), day: date(baseline.at) })],
      more: rule,
    }
  const values = { first: number(baseline.total), last: number(latest.total) }
  const days = { firstDay: date(baseline.at), lastDay: date(latest.at) }
  const told = fill(said.fromTo, { ...values, ...days, delta: signed(change.delta, number) })
  return {
    first: [told, said.verdict[change.reliable], ...apart(measure, speech)],
    more: [...rule, ...endsSaid(measure, speech)],
  }
}

/** English and Spanish are separate instruments: the change is computed, and said to be between the two. */
function apart({ responses, instrument, followed }: MeasureNow, { said }: Speech): string[] {
  const { baseline, latest } = followed
  const languages = languagesApart(responses, instrument.rater, [baseline?.id, latest?.id])
  if (!languages) return []
  const [first, last] = [said.inLanguage[languages.first], said.inLanguage[languages.last]]
  return [fill(said.apart, { first, last })]
}

function withoutBaseline({ responses, followed }: MeasureNow, { said, number, date }: Speech): string[] {
  const { latest } = followed
  if (responses.every(({ total }) => total === null)) return [said.nothing]
  if (!latest) return [said.noStart]
  return [fill(said.lastKnown, { last: number(latest.total), day: date(latest.at) }), said.noBaseline]
}

/** From how many points on, by what kind of threshold, and where that stands. */
function ruleSaid({ rule: { threshold, spread } }: MeasureNow, speech: Speech): string[] {
  const { said, number } = speech
  const { kind, threshold: n, source } = threshold
  if (n === null || kind === 'never' || kind === 'none') return []
  if (spread === null) return [fill(said.rules.published, { n: number(n), source: source ?? '' })]
  const isRetest = kind === 'retest'
  const population = spread.population === null ? '' : `, ${fill(said.in, { population: spread.population })}`
  const values = {
    n: number(n),
    sd: number(spread.sd),
    r: speech.exact((isRetest ? spread.retest : spread.alpha) ?? 0),
    source: spread.source + population,
  }
  return [fill(isRetest ? said.rules.retest : said.rules.alpha, values)]
}

const truth = (value: boolean | null) => (value === null ? 'undefined' : value ? 'yes' : 'no')

function endsSaid({ rule: { basis }, followed: { change } }: MeasureNow, { said, number }: Speech): string[] {
  const { mcid, mcidSource, responsePercent, remission, caseAtLeast, endSource } = basis
  const noticed =
    mcid === null || change.mcid === null
      ? []
      : [fill(said.noticed[change.mcid ? 'yes' : 'no'], { n: number(mcid), source: mcidSource ?? '' })]
  const recovered =
    caseAtLeast === null ? [] : [fill(said.recovery[truth(change.recovery)], { n: number(caseAtLeast) })]
  if (responsePercent === null && remission === null) return [...noticed, said.neither, ...recovered]
  return [...noticed, responseSaid(), remissionSaid(), ...recovered]

  function responseSaid(): string {
    if (responsePercent === null) return said.response.undefined
    const answer = change.response === null ? 'unknown' : change.response ? 'yes' : 'no'
    return fill(said.response[answer], { n: responsePercent })
  }
  function remissionSaid(): string {
    if (remission === null) return said.remission.undefined
    const mark =
      'below' in remission
        ? fill(said.below, { n: number(remission.below) })
        : fill(said.atMost, { n: number(remission.atMost) })
    return fill(said.remission[truth(change.remission)], { mark, source: endSource ?? '' })
  }
}

type Order = 'worse' | 'unknown' | 'better' | 'same' | 'open' | 'never'
const orders: readonly Order[] = ['worse', 'unknown', 'better', 'same', 'open', 'never']

/** What a clinician with a minute and a half must see first. */
export const inOrder = (measures: readonly MeasureNow[]): MeasureNow[] =>
  measures.toSorted((one, other) => orders.indexOf(orderOf(one)) - orders.indexOf(orderOf(other)))

function orderOf({ rule, followed, responses }: MeasureNow): Order {
  // Worse stays first although a later time is unknown: silence after a worsening is no comfort.
  if (followed.change.reliable === 'deterioration') return 'worse'
  if (followed.unknownSince !== null || responses.length === 0) return 'unknown'
  if (rule.never !== null) return 'never'
  if (followed.now === 'improvement') return 'better'
  return followed.now === 'no-reliable-change' ? 'same' : 'open'
}

/** The shortest true thing about it. */
export function shortlySaid(measure: MeasureNow, speech: Speech): string {
  const { said, date } = speech
  const { unknownSince } = measure.followed
  const known = knownSaid(measure, speech)
  if (unknownSince === null) return known ?? restSaid(measure, speech)
  const since = fill(said.since, { day: date(unknownSince) })
  return known === undefined ? since : `${since}. ${known}`
}

export const isCompared = ({ rule, instrument }: MeasureNow): boolean =>
  rule.never === null && instrument.main !== null

function knownSaid(measure: MeasureNow, { said }: Speech): string | undefined {
  const { reliable } = measure.followed.change
  return isCompared(measure) && reliable !== 'unknown' ? said.now[reliable] : undefined
}

function restSaid(measure: MeasureNow, { said }: Speech): string {
  if (!isCompared(measure)) return said.stays
  const { baseline, latest } = measure.followed
  return baseline !== null && latest === null ? said.once : said.now.unknown
}
