import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { itemsAsked, type Progress } from './asking.ts'
import type { Instrument, Item, Wording } from './instrument.ts'
import { refusedCode, readBack } from './kinds.ts'
import { answerAt, ownReasons, type Language } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  progress: Progress
  /** An answer has already sent word to a person. */
  danger: boolean
  onChange: (place: number) => void
  onSend: () => void
  /** Another way out than keeping it for later. */
  later?: ReactNode
}

/** Everything once more, in words; no sum. */
export function AskingReview({ instrument, progress, danger, onChange, onSend, later }: Props) {
  const { review } = useWords(words)
  const wording = instrument.languages[useLanguage()]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {review.title}
      </h1>
      <p className="tl-lead">{danger ? review.leadDanger : review.lead}</p>
      <ol className="tl-ask-review">
        {itemsAsked(instrument, progress).map((item, place) => (
          <li key={String(item.id)}>
            <p>{wording?.items[String(item.id)]}</p>
            <p>
              <Said item={item} progress={progress} wording={wording} />
            </p>
            <Button
              kind="link"
              size="small"
              label={review.changeOf(wording?.items[String(item.id)] ?? '')}
              onPress={() => onChange(place)}
            >
              {review.change}
            </Button>
          </li>
        ))}
      </ol>
      <div className="tl-row">
        <Button kind="act" onPress={onSend}>
          {review.send}
        </Button>
        {later ?? (
          <LinkButton kind="link" href="/me">
            {review.later}
          </LinkButton>
        )}
      </div>
    </>
  )
}

type AnsweredProps = { instrument: Instrument; progress: Progress; language: Language }

/** The same to be read only, in the words in which it was asked. */
export function AnsweredList({ instrument, progress, language }: AnsweredProps) {
  const wording = instrument.languages[language]
  return (
    <ol className="tl-ask-review" lang={language}>
      {itemsAsked(instrument, progress).map((item) => (
        <li key={String(item.id)}>
          <p>{wording?.items[String(item.id)] ?? wording?.stem}</p>
          <p>
            <Said item={item} progress={progress} wording={wording} />
          </p>
        </li>
      ))}
    </ol>
  )
}

type SaidProps = { item: Item; progress: Progress; wording: Wording | undefined }

function Said({ item, progress: { answers, withheld }, wording }: SaidProps) {
  const { review } = useWords(words)
  const language = useLanguage()
  const value = answerAt(answers, item)
  const left = value === refusedCode ? 'prefer-not' : ownReasons(withheld)[String(item.id)]
  const said = value === null ? review.open : listed(language, readBack(item, { wording, language }, value))
  return <strong>{left ? review.withheld[left] : said}</strong>
}
