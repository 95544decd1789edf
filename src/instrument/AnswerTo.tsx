import { useEffect, useRef, useState } from 'react'
import { whenSaid } from '../intake/whenSaid.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { noDate, PartialDate, partialDateOf, type PartialDateTyped } from '../platform/ui/PartialDate.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { AskOption } from './AskOption.tsx'
import { faultOf } from './given.ts'
import type { Answer, Item, Wording } from './instrument.ts'
import { numberTyped, offeredBy, toggled, wayOf } from './kinds.ts'
import { settlesMs, useSettled } from './useSettled.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  item: Item
  wording: Wording | undefined
  now: Answer
  /** The element that asks. */
  labelledBy: string
  onAnswer: (value: Answer) => void
}

/** Whatever an item is answered with. Nothing is chosen beforehand: what is not touched is not an answer. */
export function AnswerTo(props: Props) {
  const way = wayOf(props.item)
  if (way === 'line') return <OnALine {...props} />
  if (way === 'number') return <AsANumber {...props} />
  if (way === 'words') return <InWords {...props} />
  if (way === 'date') return <AsADate {...props} />
  return <Options {...props} several={way === 'ticks'} />
}

function Options({ item, wording, now, labelledBy, onAnswer, several }: Props & { several: boolean }) {
  const { question } = useWords(words)
  const offered = offeredBy(item, wording)
  const isChosen = (answer: number | string) =>
    several ? Array.isArray(now) && now.includes(String(answer)) : answer === now
  return (
    <>
      {several && <p className="tl-quiet-words">{question.several}</p>}
      <ul
        className={offered.length > 7 ? 'tl-ask-options tl-ask-many' : 'tl-ask-options'}
        aria-labelledby={labelledBy}
      >
        {offered.map(({ answer, words: said, key }) => (
          <li key={answer}>
            <AskOption
              pressed={isChosen(answer)}
              square={several}
              hint={key}
              onPress={() => onAnswer(several ? toggled(item, now, String(answer)) : answer)}
            >
              {said}
            </AskOption>
          </li>
        ))}
      </ul>
    </>
  )
}

function OnALine({ item, wording, now, onAnswer }: Props) {
  const [placed, place] = useState(typeof now === 'number' ? now : undefined)
  const last = useRef(onAnswer)
  useEffect(() => {
    last.current = onAnswer
  }, [onAnswer])
  useEffect(() => {
    if (placed === undefined || placed === now) return
    const settle = setTimeout(() => last.current(placed), settlesMs)
    return () => clearTimeout(settle)
  }, [placed, now])
  const [low = '', high = ''] = wording?.options[item.options] ?? []
  return (
    <div className="tl-ask-line-answer">
      <Slider
        label={wording?.items[String(item.id)] ?? ''}
        value={placed}
        onChange={place}
        low={low}
        high={high}
      />
    </div>
  )
}

function InWords({ item, now, onAnswer }: Props) {
  const { question } = useWords(words)
  const [typed, type] = useState(typeof now === 'string' ? now : '')
  const keep = useSettled(typed.trim() === '' ? null : typed.trim(), now, onAnswer)
  return (
    <TextArea
      label={question.inWords}
      hint={question.inWordsHint}
      value={typed}
      maxLength={item.text?.most}
      onChange={type}
      onBlur={keep}
    />
  )
}

/** What is no number of these is no answer, and what stood before it neither: "1" on the way to "12" was never said. */
function AsANumber({ item, wording, now, onAnswer }: Props) {
  const { question } = useWords(words)
  const [typed, type] = useState(typeof now === 'number' ? String(now) : '')
  const read = numberTyped(item, typed)
  useSettled(read ?? null, now, onAnswer)
  const { min, max, whole } = item.range ?? { min: 0, max: 0, whole: true }
  const isWrong = typed.trim() !== '' && read === undefined
  const wrong = whole ? question.notBetween(min, max) : question.notWithin(min, max)
  return (
    <NumberField
      label={question.number}
      hint={question.between(min, max)}
      unit={wording?.options[item.options]?.[0]}
      decimals={!whole}
      digits={6}
      value={typed}
      error={isWrong ? wrong : undefined}
      onChange={type}
    />
  )
}

/** As much of the day as is known: a year alone is an answer. */
function AsADate({ item, now, onAnswer }: Props) {
  const { question } = useWords(words)
  const [typed, type] = useState(typeof now === 'string' ? typedOf(now) : noDate)
  const hint = useHint(item)
  const written = partialDateOf(typed)
  const isRead = faultOf(item, written) === undefined
  useSettled(isRead ? written : null, now, onAnswer)
  return (
    <PartialDate
      words={{ ...question.date, hint }}
      value={typed}
      error={isRead || isBegun(typed) ? undefined : question.notADate}
      onChange={type}
    />
  )
}

/** Nothing was typed, or the year still is. */
const isBegun = ({ year, month }: PartialDateTyped): boolean => year.trim().length < 4 && month === ''

/** How exactly, and between which days where the form says so. */
function useHint({ date: { from, to } = {} }: Item): string {
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
