import { usePlace } from '../i18n/LanguageProvider.tsx'
import { localeOf } from '../i18n/language.ts'
import { NumberField } from './NumberField.tsx'
import { Select } from './Select.tsx'
import './quiet.css'

/** As typed. */
export interface PartialDateTyped {
  readonly year: string
  readonly month: string
  readonly day: string
}

export const noDate: PartialDateTyped = { year: '', month: '', day: '' }

/** As it was filled in, from what it came to. */
export function typedOf(when: string | null): PartialDateTyped {
  const [year = '', month = '', day = ''] = (when ?? '').split('-')
  return { year, month, day }
}

/** "2019", "2019-02" or "2019-02-15": what was filled in, from the left. */
export function partialDateOf({ year, month, day }: PartialDateTyped): string {
  if (month === '') return year.trim()
  return [year.trim(), month, ...(day.trim() === '' ? [] : [day.trim().padStart(2, '0')])].join('-')
}

export type DatePart = keyof PartialDateTyped

type Words = { year: string; month: string; day: string; monthUnknown: string; hint: string }
type Props = {
  words: Words
  value: PartialDateTyped
  onChange: (value: PartialDateTyped) => void
  error?: string | undefined
  /** Which part is wrong; the year, where it is not said. */
  wrong?: DatePart | undefined
  /** The day is needed too: it is asked for from the start. */
  whole?: boolean | undefined
}

/** A date that may be known only in part: a year alone will do. */
export function PartialDate({ words, value, onChange, error, wrong = 'year', whole = false }: Props) {
  const { language } = usePlace()
  const part = (name: DatePart) => ({
    label: words[name],
    error: wrong === name ? error : undefined,
  })
  const months = Array.from({ length: 12 }, (_, place) => ({
    value: String(place + 1).padStart(2, '0'),
    words: new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, place, 15),
    ),
  }))
  return (
    <div className="tl-partial-date">
      <NumberField
        {...part('year')}
        hint={words.hint}
        inWords
        digits={4}
        value={value.year}
        onChange={(year) => onChange({ ...value, year })}
      />
      <Select
        {...part('month')}
        placeholder={words.monthUnknown}
        options={months}
        value={value.month}
        onChange={(month) => onChange({ ...value, month, day: month === '' && !whole ? '' : value.day })}
      />
      {(whole || value.month !== '') && (
        <NumberField
          {...part('day')}
          optional={!whole}
          digits={2}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
        />
      )}
    </div>
  )
}
