import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { AsADate, AsANumber, AsATime, InWords, type Typing } from './AnswerTyped.tsx'
import { AskOption } from './AskOption.tsx'
import { offeredBy, toggled, wayOf } from './kinds.ts'
import { useSettled } from './useSettled.web.ts'
import { useTyped } from './useTyped.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = Typing & {
  /** The element that asks. */
  labelledBy: string
}

/** Whatever an item is answered with. Nothing is chosen beforehand: what is not touched is not an answer. */
export function AnswerTo(props: Props) {
  const way = wayOf(props.item)
  if (way === 'line') return <OnALine {...props} />
  if (way === 'number') return <AsANumber {...props} />
  if (way === 'words') return <InWords {...props} />
  if (way === 'date') return <AsADate {...props} />
  if (way === 'time') return <AsATime {...props} />
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

function OnALine({ item, wording, now, isLeft, onAnswer }: Props) {
  const [placed, place] = useTyped(typeof now === 'number' ? now : undefined, { blank: undefined, isLeft })
  useSettled(placed ?? null, now, onAnswer)
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
