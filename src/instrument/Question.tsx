import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Settling } from '../platform/ui/Settling.tsx'
import { AnswerTo } from './AnswerTo.tsx'
import { itemsAsked, type Progress } from './asking.ts'
import { AskLine } from './AskLine.tsx'
import { Instead } from './Instead.tsx'
import type { Answer, Instrument, Item, Wording } from './instrument.ts'
import { keysOf } from './kinds.ts'
import { answerAt, type Withholding } from './response.ts'
import { useNumberKeys } from './useNumberKeys.web.ts'
import { useSettledFirst } from './useSettled.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export interface Answering {
  readonly onAnswer: (item: Item, value: Answer) => void
  readonly onLeaveOut: (item: Item, why: Withholding) => void
}

type Props = Answering & {
  instrument: Instrument
  progress: Progress
  place: number
  /** Something is not with the server yet; `offline` when it cannot be for now. */
  waiting: boolean
  offline: boolean
  onGo: (place: number) => void
}

/** One question. An answer is one press, by finger, or by its number on a keyboard; then the next one comes. */
export function Question({ instrument, progress, place, onAnswer, onLeaveOut, onGo, ...saving }: Props) {
  const { question } = useWords(words)
  const wording = instrument.languages[useLanguage()]
  const asked = itemsAsked(instrument, progress)
  const item = asked[place]!
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const now = answerAt(progress.answers, item)
  useNumberKeys(item, now, onAnswer)
  const left = progress.withheld[String(item.id)]
  const leaveOut = useSettledFirst((why: Withholding) => onLeaveOut(item, why))
  const keys = keysOf(item)
  return (
    <Settling>
      <header className="tl-ask-head">
        <p>{question.of(place + 1, asked.length)}</p>
        <AskLine place={place} total={asked.length} />
        <Before item={item} wording={wording} />
        <h1 tabIndex={-1} ref={heading} id="asked-now">
          {wording?.items[String(item.id)]}
        </h1>
      </header>
      <AnswerTo
        item={item}
        wording={wording}
        now={now}
        isLeft={left !== undefined}
        labelledBy="asked-now"
        onAnswer={(value) => onAnswer(item, value)}
      />
      <Instead
        instrument={instrument}
        item={item}
        left={now === 'refused' ? 'prefer-not' : left}
        onLeaveOut={leaveOut}
      />
      <Foot place={place} isAnswered={now !== null || left !== undefined} onGo={onGo} {...saving} />
      {keys && <p className="tl-quiet-words tl-ask-keys">{question.keys(keys)}</p>}
    </Settling>
  )
}

function Before({ item, wording }: { item: Item; wording: Wording | undefined }) {
  const { uncounted, standsAlone, id } = item
  return (
    <>
      {!uncounted && !standsAlone && wording?.stem && <p className="tl-ask-stem">{wording.stem}</p>}
      <Above lines={wording?.above?.[String(id)]} />
    </>
  )
}

/** The name of a part of the form, and what is only to be read before its questions. */
export function Above({ lines = [] }: { lines?: readonly string[] | undefined }) {
  return lines.map((line) => (
    <p className="tl-ask-stem" key={line}>
      {line}
    </p>
  ))
}

type FootProps = Pick<Props, 'place' | 'waiting' | 'offline' | 'onGo'> & { isAnswered: boolean }

function Foot({ place, isAnswered, waiting, offline, onGo }: FootProps) {
  const { question } = useWords(words)
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
      <Saving waiting={waiting} offline={offline} begun={place > 0 || isAnswered} />
    </div>
  )
}

type SavingProps = { waiting: boolean; offline: boolean; begun: boolean }

export function Saving({ waiting, offline, begun }: SavingProps) {
  const { saved, saving, kept } = useWords(words)
  return (
    <output className="tl-quiet-words">
      {offline && waiting ? kept : waiting ? saving : begun ? saved : null}
    </output>
  )
}
