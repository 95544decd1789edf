import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { bounded, labelOf, leastStay, type Bounded, type Bounds } from './bounds.ts'
import type { OwnFault, Setting } from './own.ts'
import type { Figure, InBoth, Protocol } from './protocol.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'
import { en as wholeEn } from './words.whole.en.ts'
import { es as wholeEs } from './words.whole.es.ts'

const words = { en, es }
const whole = { en: wholeEn, es: wholeEs }

const isBounded = (setting: Setting): setting is Bounded => bounded.some((one) => one === setting)

/** Within what a value may be set, and where each end of it is from. */
export function useWithin(source: Protocol, within: Bounds): (setting: Setting) => string {
  const { within: said } = useWords(words)
  const { tags, rule } = useWords(whole)
  const language = useLanguage()
  const from = (one: { readonly source: InBoth | string; readonly tag: Figure['tag'] }) => {
    const told = typeof one.source === 'string' ? one.source : one.source[language]
    return one.tag === 'PD' ? fill(said.proposed, { from: told }) : fill(tags[one.tag], { source: told })
  }
  const end = (text: string, one: Parameters<typeof from>[0] & { readonly value: number }) =>
    fill(text, { n: formatNumber(one.value, language), from: from(one) })
  const label = labelOf(source, within)
  return (setting) => {
    if (setting === 'atMinutes' && label)
      return fill(said.label, {
        n: listed(language, label.atMinutes.map(String)),
        from: `${from(label)}; ${fill(rule, { rule: label.id })}`,
      })
    if (!isBounded(setting)) return ''
    const span = within.bounds[setting]
    const least = setting === 'stayMinutes' ? leastStay(source) : span.from
    return [end(said.least, least), end(said.most, span.to), fill(said.rule, { rule: span.id })].join(' ')
  }
}

/** What is wrong, with the numbers of this protocol in it. */
export function useSentence(source: Protocol, within: Bounds): (fault: OwnFault) => string {
  const said = useWords(words)
  const language = useLanguage()
  return ({ field, fault }) => {
    const setting = field as Setting
    const span = isBounded(setting) ? within.bounds[setting] : within.bounds.stayMinutes
    const n: Partial<Record<OwnFault['fault'], string | number>> = {
      sourced: span.from.value,
      peak: leastStay(source).value,
      label: listed(language, (labelOf(source, within)?.atMinutes ?? []).map(String)),
    }
    return fill(said.faults[fault], { from: span.from.value, to: span.to.value, n: n[fault] ?? '' })
  }
}
