import { whenSaid } from '../intake/whenSaid.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { noDate, PartialDate, partialDateOf, type PartialDateTyped } from '../platform/ui/PartialDate.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { faultOf } from './given.ts'
import type { Answer, Item, Wording } from './instrument.ts'
import { numberTyped, wayOf } from './kinds.ts'
import { timeSaid, timeTyped } from './timeOfDay.ts'
import { useSettled } from './useSettled.web.ts'
import { useTyped } from './useTyped.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type Typing = {
  item: Item
  wording: Wording | undefined
  now: Answer
  /** It was left out, for whatever reason: what stood here goes, and is not kept again. */
  isLeft: boolean
  onAnswer: (value: Answer) => void
}

export function InWords({ item, now, isLeft, onAnswer }: Typing) {
  const { question } = useWords(words)
  const [typed, type] = useTyped(typeof now === 'string' ? now : '', { blank: '', isLeft })
  useSettled(typed.trim() === '' ? null : typed.trim(), now, onAnswer)
  return (
    <TextArea
      label={question.inWords}
      hint={question.inWordsHint}
      value={typed}
      maxLength={item.text?.most}
      onChange={type}
    />
  )
}

/** What is no number of these is no answer, and what stood before it neither: "1" on the way to "12" was never said. */
export function AsANumber({ item, wording, now, isLeft, onAnswer }: Typing) {
  const { question } = useWords(words)
  const [typed, type] = useTyped(typeof now === 'number' ? String(now) : '', { blank: '', isLeft })
  const read = numberTyped(item, typed)
  useSettled(read ?? null, now, onAnswer)
  const { wrong, ...said } = useNumberWords(item, wording)
  const isWrong = typed.trim() !== '' && read === undefined
  return (
    <NumberField
      {...said}
      label={question.number}
      digits={6}
      value={typed}
      error={isWrong ? wrong : undefined}
      onChange={type}
    />
  )
}

/** The words of a line are its two ends, and those of a number its unit. */
function useNumberWords(item: Item, wording: Wording | undefined) {
  const { question } = useWords(words)
  const { min, max, whole } = item.range ?? { min: 0, max: 0, whole: true }
  const wrong = whole ? question.notBetween(min, max) : question.notWithin(min, max)
  const [first, last] = wording?.options[item.options] ?? []
  const range = { wrong, decimals: !whole, hint: question.between(min, max) }
  if (wayOf(item) !== 'line') return { ...range, unit: first }
  return first ? { ...range, hint: question.ends(`${min}: ${first}`, `${max}: ${last}`) } : range
}

/** As much of the day as is known: a year alone is an answer. */
export function AsADate({ item, now, isLeft, onAnswer }: Typing) {
  const { question } = useWords(words)
  const [typed, type] = useTyped(typeof now === 'string' ? typedOf(now) : noDate, { blank: noDate, isLeft })
  const hint = useDays(item)
  const written = partialDateOf(typed)
  const isRead = faultOf(item, written) === undefined
  useSettled(isRead ? written : null, now, onAnswer)
  return (
    <div data-begun={(isBegun(typed) && typed.year !== '') || undefined}>
      <PartialDate
        words={{ ...question.date, hint }}
        value={typed}
        error={isRead || isBegun(typed) ? undefined : question.notADate}
        onChange={type}
      />
    </div>
  )
}

/** Nothing was typed, or the year still is. */
const isBegun = ({ year, month }: PartialDateTyped): boolean => year.trim().length < 4 && month === ''

/** How exactly, and between which days where the form says so. */
function useDays({ date: { from, to } = {} }: Item): string {
  const { question } = useWords(words)
  const language = useLanguage()
  return [
    question.date.hint,
    from && question.dateFrom(whenSaid(from, language)),
    to && question.dateTo(whenSaid(to, language)),
  ]
    .filter(Boolean)
    .join(' ')
}

function typedOf(when: string): PartialDateTyped {
  const [year = '', month = '', day = ''] = when.split('-')
  return { year, month, day: day.replace(/^0/, '') }
}

/** An hour and a minute, in the browser's own field for it: nothing is given before both are there. */
export function AsATime({ item, now, isLeft, onAnswer }: Typing) {
  const { question } = useWords(words)
  const [typed, type] = useTyped(typeof now === 'string' ? fieldOf(now) : '', { blank: '', isLeft })
  const language = useLanguage()
  const read = timeTyped(typed)
  const isRead = read !== undefined && faultOf(item, read) === undefined
  useSettled(isRead ? read : null, now, onAnswer)
  const { from, to } = item.time ?? {}
  const limits = [
    from && question.timeFrom(timeSaid(from, language)),
    to && question.timeTo(timeSaid(to, language)),
  ]
  return (
    <TextField
      label={question.time}
      hint={limits.filter(Boolean).join(' ') || undefined}
      type="time"
      value={typed}
      error={typed === '' || isRead ? undefined : question.notATime}
      onChange={type}
    />
  )
}

const fieldOf = (time: string): string => time.replace(/:00$/, '')
