import { useId } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { arrowsOnlyMove } from '../platform/ui/arrows.web.ts'
import { AnswerTo } from './AnswerTo.tsx'
import { AsANumber } from './AnswerTyped.tsx'
import type { Progress } from './asking.ts'
import type { Answer, Item } from './instrument.ts'
import { offeredBy, wayOf } from './kinds.ts'
import { answerAt, type RatedWithholding } from './response.ts'
import { rateKeyOf, reasonsFor } from './rating.ts'
import type { Written } from './useRating.web.ts'
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
  const now = answerAt(progress.answers, item)
  const typing = { item, wording, now, isLeft: progress.withheld[String(item.id)] !== undefined, onAnswer }
  return (
    <li data-place={place}>
      <fieldset className="tl-rate-item">
        <legend id={`${name}-asked`}>
          {said && <span className="tl-ask-number">{place + 1}. </span>}
          {said ? <span lang={language}>{said}</span> : form.item(String(item.id))}
        </legend>
        {wayOf(item) === 'options' && <Offered {...{ item, written, name, onAnswer }} />}
        {item.range ? (
          <AsANumber {...typing} />
        ) : (
          wayOf(item) !== 'options' && <AnswerTo {...typing} labelledBy={`${name}-asked`} />
        )}
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
