import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { AnswerTo } from './AnswerTo.tsx'
import { isOpen, itemsAsked, type Progress } from './asking.ts'
import { Instead } from './Instead.tsx'
import type { Instrument, Item, Wording } from './instrument.ts'
import { refusedCode } from './kinds.ts'
import { Above, Saving, type Answering } from './Question.tsx'
import { answerAt } from './response.ts'
import { focusUnread } from './unread.web.ts'
import { useSettledFirst } from './useSettled.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = Answering & {
  instrument: Instrument
  progress: Progress
  waiting: boolean
  offline: boolean
  onSend: () => void
}

/** Every question on one page, for those who like to see how long it is. */
export function AskingList({ instrument, progress, onAnswer, onLeaveOut, onSend, ...saving }: Props) {
  const { list, review } = useWords(words)
  const language = useLanguage()
  const wording = instrument.languages[language]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const asked = itemsAsked(instrument, progress)
  const open = asked.filter((item) => isOpen(progress, item)).length
  const questions = useRef<HTMLOListElement>(null)
  const [held, hold] = useState(false)
  const send = useSettledFirst(() => {
    const isHeld = focusUnread(questions.current)
    hold(isHeld)
    if (!isHeld) onSend()
  })
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {list.title}
      </h1>
      {!asked.every(({ standsAlone }) => standsAlone) && <p className="tl-lead">{wording?.stem}</p>}
      <ol className="tl-ask-list" ref={questions}>
        {asked.map((item, place) => (
          <Listed
            key={String(item.id)}
            {...{ instrument, progress, item, place, wording, onAnswer, onLeaveOut }}
          />
        ))}
      </ol>
      {open > 0 && <p>{plural(language, open, list.open)}</p>}
      {held && <p role="alert">{list.unread}</p>}
      <div className="tl-row">
        <Button kind="act" onPress={send}>
          {review.send}
        </Button>
        <LinkButton kind="link" href="/me">
          {review.later}
        </LinkButton>
      </div>
      <Saving {...saving} begun={open < asked.length} />
    </>
  )
}

type ListedProps = Answering & {
  instrument: Instrument
  progress: Progress
  item: Item
  place: number
  wording: Wording | undefined
}

function Listed({ instrument, progress, item, place, wording, onAnswer, onLeaveOut }: ListedProps) {
  const now = answerAt(progress.answers, item)
  const left = progress.withheld[String(item.id)]
  const labelledBy = `asked-${place}`
  const asked = itemsAsked(instrument, progress)
  const [above, before] = [item, asked[place - 1]].map((each) =>
    each ? wording?.above?.[String(each.id)] : undefined,
  )
  const isNew = JSON.stringify(above) !== JSON.stringify(before)
  return (
    <li>
      {isNew && <Above lines={above} />}
      <h2 id={labelledBy}>
        <span className="tl-ask-number">{place + 1}.</span> {wording?.items[String(item.id)]}
      </h2>
      <AnswerTo
        {...{ item, wording, now, labelledBy }}
        isLeft={left !== undefined}
        onAnswer={(value) => onAnswer(item, value)}
      />
      <Instead
        instrument={instrument}
        item={item}
        left={now === refusedCode ? 'prefer-not' : left}
        onLeaveOut={(why) => onLeaveOut(item, why)}
      />
    </li>
  )
}
