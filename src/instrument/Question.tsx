import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { itemsAsked, type Progress } from './asking.ts'
import { AskLine } from './AskLine.tsx'
import type { Instrument, Item, ItemId } from './instrument.ts'
import { answerAt, type Withholding } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  progress: Progress
  place: number
  /** Something is not with the server yet; `offline` when it cannot be for now. */
  waiting: boolean
  offline: boolean
  onAnswer: (id: ItemId, value: number) => void
  onLeaveOut: (id: ItemId, why: Withholding) => void
  onGo: (place: number) => void
}

/** One question. An answer is one press, by finger, or by its number on a keyboard; then the next one comes. */
export function Question({ instrument, progress, place, onAnswer, onLeaveOut, onGo, ...saving }: Props) {
  const { question } = useWords(words)
  const wording = useWording(instrument)
  const asked = itemsAsked(instrument, progress)
  const item = asked[place]!
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useNumberKeys(item, onAnswer)
  const now = answerAt(progress.answers, item.id)
  const left = progress.withheld[String(item.id)]
  return (
    <>
      <header className="tl-ask-head">
        <p>{question.of(place + 1, asked.length)}</p>
        <AskLine place={place} total={asked.length} />
        {!item.uncounted && <p className="tl-ask-stem">{wording?.stem}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {wording?.items[String(item.id)]}
        </h1>
      </header>
      <ul className="tl-ask-options">
        {item.values.map((value, at) => (
          <li key={value}>
            <Option pressed={value === now} hint={String(value)} onPress={() => onAnswer(item.id, value)}>
              {wording?.options[item.options]?.[at]}
            </Option>
          </li>
        ))}
      </ul>
      <div className="tl-ask-instead">
        <Option quiet pressed={left === 'in-person'} onPress={() => onLeaveOut(item.id, 'in-person')}>
          {question.inPerson}
        </Option>
        <Option quiet pressed={left === 'prefer-not'} onPress={() => onLeaveOut(item.id, 'prefer-not')}>
          {question.preferNot}
        </Option>
      </div>
      <Foot place={place} isAnswered={now !== null || left !== undefined} onGo={onGo} {...saving} />
      <p className="tl-quiet-words tl-ask-keys">{question.keys(keysOf(item))}</p>
    </>
  )
}

type OptionProps = {
  pressed: boolean
  quiet?: boolean
  hint?: string
  onPress: () => void
  children: string | undefined
}

const Option = ({ pressed, quiet = false, hint, onPress, children }: OptionProps) => (
  <button
    type="button"
    className={quiet ? 'tl-ask-option tl-ask-quiet' : 'tl-ask-option'}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <span className="tl-ask-dot" aria-hidden="true" />
    <span>{children}</span>
    {hint && (
      <kbd aria-hidden="true" className="tl-ask-key">
        {hint}
      </kbd>
    )}
  </button>
)

type FootProps = Pick<Props, 'place' | 'waiting' | 'offline' | 'onGo'> & { isAnswered: boolean }

function Foot({ place, isAnswered, waiting, offline, onGo }: FootProps) {
  const { question, saved, saving, kept } = useWords(words)
  return (
    <div className="tl-ask-foot">
      {place > 0 && (
        <Button kind="link" icon={<Icon name="back" />} onPress={() => onGo(place - 1)}>
          {question.back}
        </Button>
      )}
      {isAnswered && (
        <Button kind="link" onPress={() => onGo(place + 1)}>
          {question.forward}
        </Button>
      )}
      <output className="tl-quiet-words">
        {offline && waiting ? kept : waiting ? saving : place > 0 || isAnswered ? saved : null}
      </output>
    </div>
  )
}

const useWording = ({ languages }: Instrument) => languages[useLanguage()]

const keysOf = ({ values }: Item): string => `${Math.min(...values)}–${Math.max(...values)}`

/** The number of an option answers it, unless someone is writing or holds another key down. */
function useNumberKeys(item: Item, onAnswer: Props['onAnswer']) {
  const answer = useRef(onAnswer)
  useEffect(() => {
    answer.current = onAnswer
  }, [onAnswer])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      const value = /^\d$/.test(event.key) ? Number(event.key) : undefined
      if (busy || writing || value === undefined || !item.values.includes(value)) return
      event.preventDefault()
      answer.current(item.id, value)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [item])
}
