import { useId, useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { arrowsOnlyMove } from '../platform/ui/arrows.web.ts'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { AnswerTo } from './AnswerTo.tsx'
import type { Progress } from './asking.ts'
import type { Answer, Item } from './instrument.ts'
import { numberTyped, offeredBy, wayOf } from './kinds.ts'
import { answerAt, type RatedWithholding } from './response.ts'
import { rateKeyOf, reasonsFor } from './rating.ts'
import type { Written } from './useRating.web.ts'
import { useSettled } from './useSettled.web.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

type Props = {
  item: Item
  place: number
  written: Written
  onAnswer: (value: Answer) => void
  onLeaveOut: (why: RatedWithholding) => void
}

/** One item, its answers side by side, and the three ways in which it may have none. */
export function RatingItem({ item, place, written, onAnswer, onLeaveOut }: Props) {
  const { form } = useWords(words)
  const { instrument, language, progress } = written
  const wording = instrument.languages[language]
  const name = useId()
  const said = wording?.items[String(item.id)]
  return (
    <li data-place={place}>
      <fieldset className="tl-rate-item">
        <legend id={`${name}-asked`}>
          <span className="tl-ask-number">{place + 1}.</span>{' '}
          {said ? <span lang={language}>{said}</span> : form.item(String(item.id))}
        </legend>
        {wayOf(item) === 'options' && <Offered {...{ item, written, name, onAnswer }} />}
        {['ticks', 'words', 'date'].includes(wayOf(item)) && (
          <AnswerTo
            {...{ item, wording, onAnswer }}
            now={answerAt(progress.answers, item)}
            labelledBy={`${name}-asked`}
          />
        )}
        {item.range && <Typed {...{ item, progress, label: said ?? form.item(String(item.id)), onAnswer }} />}
        <Instead {...{ item, progress, name, onLeaveOut }} />
      </fieldset>
    </li>
  )
}

function Offered({
  item,
  written: { instrument, language, progress },
  name,
  onAnswer,
}: {
  item: Item
  written: Written
  name: string
  onAnswer: (value: Answer) => void
}) {
  const now = answerAt(progress.answers, item)
  const wording = instrument.languages[language]
  return (
    <span className="tl-rate-row" lang={wording ? language : undefined}>
      {offeredBy(item, wording).map(({ answer, words: said }) => (
        <Option
          key={answer}
          {...{ name, said, hint: rateKeyOf(item, answer), checked: answer === now }}
          onChoose={() => onAnswer(answer)}
        />
      ))}
    </span>
  )
}

type OptionProps = {
  name: string
  said: string
  hint: string | null
  checked: boolean
  quiet?: boolean
  onChoose: () => void
}

/** The arrows only move: an answer that is merely passed on the way would be written down, and could call someone. */
const Option = ({ name, said, hint, checked, quiet = false, onChoose }: OptionProps) => (
  <label className={quiet ? 'tl-rate-option tl-rate-quiet' : 'tl-rate-option'}>
    <input type="radio" name={name} checked={checked} onChange={onChoose} onKeyDown={arrowsOnlyMove} />
    <span>{said}</span>
    {hint && hint !== said && <kbd aria-hidden="true">{hint}</kbd>}
  </label>
)

function Instead({
  item,
  progress,
  name,
  onLeaveOut,
}: {
  item: Item
  progress: Progress
  name: string
  onLeaveOut: (why: RatedWithholding) => void
}) {
  const { form } = useWords(words)
  const left = progress.withheld[String(item.id)]
  const wordsOf = (why: RatedWithholding) =>
    why === 'does-not-apply' ? form.doesNotApply : form.instead[why]
  return (
    <span className="tl-rate-row tl-rate-instead">
      {reasonsFor(item).map((why) => (
        <Option
          key={why}
          quiet
          {...{ name, said: wordsOf(why), hint: form.keys[why].toUpperCase(), checked: left === why }}
          onChoose={() => onLeaveOut(why)}
        />
      ))}
    </span>
  )
}

type TypedProps = { item: Item; progress: Progress; label: string; onAnswer: (value: Answer) => void }

function Typed({ item, progress, label, onAnswer }: TypedProps) {
  const now = answerAt(progress.answers, item)
  const { min = 0, max = 0, whole = true } = item.range ?? {}
  const isLeft = progress.withheld[String(item.id)] !== undefined
  const [typed, type] = useTyped(now, isLeft)
  const value = numberTyped(item, typed)
  const isNothing = typed.trim() === ''
  useSettled(isLeft && isNothing ? now : (value ?? null), now, onAnswer)
  return (
    <NumberField
      label={label}
      hint={`${min}–${max}`}
      decimals={!whole}
      value={typed}
      error={value === undefined && !isNothing ? `${min}–${max}` : undefined}
      onChange={type}
    />
  )
}

/** What is left out is not typed any more. */
function useTyped(now: Answer, isLeft: boolean) {
  const [typed, type] = useState(typeof now === 'number' ? String(now) : '')
  const [wasLeft, leave] = useState(isLeft)
  if (wasLeft !== isLeft) {
    leave(isLeft)
    if (isLeft) type('')
  }
  return [typed, type] as const
}
