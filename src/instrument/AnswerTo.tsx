import { useEffect, useRef, useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { AskOption } from './AskOption.tsx'
import type { Answer, Item, Wording } from './instrument.ts'
import { numberTyped, offeredBy, toggled, wayOf } from './kinds.ts'
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

/** How long a mark may rest before it counts as placed. */
const settlesMs = 350

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

/** Kept when the writer pauses, and when they go on: a word more is not a message more. */
function InWords({ item, now, onAnswer }: Props) {
  const { question } = useWords(words)
  const [typed, type] = useState(typeof now === 'string' ? now : '')
  const last = useRef(onAnswer)
  useEffect(() => {
    last.current = onAnswer
  }, [onAnswer])
  const written = typed.trim() === '' ? null : typed.trim()
  const keep = () => {
    if (written !== now) last.current(written)
  }
  useEffect(() => {
    if (written === now) return
    const settle = setTimeout(() => last.current(written), settlesMs)
    return () => clearTimeout(settle)
  }, [written, now])
  const unsaid = useRef(() => {})
  useEffect(() => {
    unsaid.current = keep
  })
  // Back is pressed on the device: nothing is left first, and the page goes at once.
  useEffect(() => {
    const leave = () => unsaid.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
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

function AsANumber({ item, wording, now, onAnswer }: Props) {
  const { question } = useWords(words)
  const [typed, type] = useState(typeof now === 'number' ? String(now) : '')
  const read = numberTyped(item, typed)
  const { min = 0, max = 0 } = item.range ?? {}
  const change = (next: string) => {
    type(next)
    const value = numberTyped(item, next)
    if (value !== undefined && value !== now) onAnswer(value)
  }
  return (
    <NumberField
      label={question.number}
      hint={question.between(min, max)}
      unit={wording?.options[item.options]?.[0]}
      value={typed}
      error={typed.trim() !== '' && read === undefined ? question.notBetween(min, max) : undefined}
      onChange={change}
    />
  )
}
