import type { ReactNode } from 'react'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import './intake.css'
import type { HistoryItem, MeasurementItem } from './referral.ts'
import { codesOf, detailsOf, isPressure, valueWords } from './saying.ts'
import { measureOf } from './taken-here.ts'
import { whenWords } from './WhenText.tsx'
import type { When } from './when.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  item: HistoryItem
  /** How it stands, and where it came from. */
  mark?: ReactNode
  source?: string | undefined
  /** Without its codes, where it is only looked over. */
  plain?: boolean | undefined
  /** What a clinician said of it. */
  beneath?: ReactNode
  actions?: ReactNode
}

/** One thing from a history: what it is, how it is, since when; its code; and where it came from. */
export function ItemLine({ item, mark, source, plain = false, beneath, actions }: Props) {
  const said = useWords(words).item
  const dates = useDates(item)
  const beside = [...detailsOf(item, said), ...dates, ...item.notes].join(' · ')
  const quiet = [...(plain ? [] : [codesOf(item, said)]), ...(source ? [source] : [])].join(' · ')
  return (
    <li className="tl-history-item">
      <div className="tl-history-item-words">
        <p className="tl-history-item-name">{<Name item={item} />}</p>
        {beside !== '' && <p>{beside}</p>}
        {quiet !== '' && <p className="tl-quiet-words">{quiet}</p>}
        {beneath}
      </div>
      {mark && <div className="tl-history-item-mark">{mark}</div>}
      {actions && <div className="tl-history-item-actions">{actions}</div>}
    </li>
  )
}

function Name({ item }: { item: HistoryItem }) {
  const said = useWords(words).item
  const language = useLanguage()
  if (item.kind !== 'measurement') return item.coded.text
  const value = valueWords(item, said, (amount) => formatNumber(amount, language))
  return (
    <>
      {nameOf(item, said)} <strong className="tl-history-item-value">{value}</strong>
    </>
  )
}

/** In the reader's language where it is one that everyone measures, and as it came where it is not. */
function nameOf(item: MeasurementItem, said: (typeof en)['item']): string {
  const measure = measureOf(item.coded)
  const { measured } = said
  if (isPressure(item)) return said.pressure
  return measure !== null && Object.hasOwn(measured, measure)
    ? measured[measure as keyof typeof measured]
    : item.coded.text
}

function useDates(item: HistoryItem): string[] {
  const said = useWords(words).item
  const place = usePlace()
  const told = (when: When | null, say: (date: string) => string) =>
    when === null ? [] : [say(whenWords(when, place))]
  const plainly = (date: string) => date
  switch (item.kind) {
    case 'problem':
      return (item.onset ?? item.ended)
        ? [...told(item.onset, said.since), ...told(item.ended, said.until)]
        : [said.noDate]
    case 'medicine':
      return item.from ? told(item.from, said.since) : [said.noDate]
    case 'allergy':
      return []
    default:
      return item.at ? told(item.at, plainly) : [said.noDate]
  }
}
