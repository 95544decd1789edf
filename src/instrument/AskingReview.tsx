import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { itemsAsked, type Progress } from './asking.ts'
import type { Instrument, Item, Wording } from './instrument.ts'
import { answerAt } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  progress: Progress
  onChange: (place: number) => void
  onSend: () => void
}

/** Everything once more, in words; no sum. */
export function AskingReview({ instrument, progress, onChange, onSend }: Props) {
  const { review } = useWords(words)
  const wording = instrument.languages[useLanguage()]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {review.title}
      </h1>
      <p className="tl-lead">{review.lead}</p>
      <ol className="tl-ask-review">
        {itemsAsked(instrument, progress).map((item, place) => (
          <li key={String(item.id)}>
            <p>{wording?.items[String(item.id)]}</p>
            <p>
              <strong>{useSaid(item, progress, wording)}</strong>
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
        <LinkButton kind="link" href="/me">
          {review.later}
        </LinkButton>
      </div>
    </>
  )
}

function useSaid(
  item: Item,
  { answers, withheld }: Progress,
  wording: Wording | undefined,
): string | undefined {
  const { review } = useWords(words)
  const value = answerAt(answers, item.id)
  const left = withheld[String(item.id)]
  if (left) return review.withheld[left]
  return value === null ? review.open : wording?.options[item.options]?.[item.values.indexOf(value)]
}
