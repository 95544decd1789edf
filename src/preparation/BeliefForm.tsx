import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { tellBelief } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The sentence and how true it feels now. The middle of the line is no answer: it has to be placed. */
export function BeliefForm({ courseId, onDone }: { courseId: string; onDone: () => void }) {
  const { beliefs: own } = useWords(words)
  const { mutate, error, isPending } = useSend(tellBelief)
  const [ids] = useState(() => ({ id: newId(), ratingId: newId() }))
  const [said, say] = useState('')
  const [rating, place] = useState<number>()
  const [handed, hand] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (said.trim() === '' || rating === undefined) return
    mutate({ courseId, ...ids, words: said.trim(), rating }, { onSuccess: onDone })
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={keep} noValidate>
      <TextArea
        label={own.label}
        ownWords
        rows={2}
        maxLength={500}
        value={said}
        onChange={say}
        error={handed && said.trim() === '' ? own.wordsMissing : undefined}
      />
      <Slider
        label={own.rate}
        hint={own.rateHint}
        value={rating}
        onChange={place}
        low={own.low}
        high={own.high}
      />
      <FieldError id="belief-rating" error={handed && rating === undefined ? own.ratingMissing : undefined} />
      <Refusal refused={error} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {own.keep}
        </Button>
        <Button kind="link" onPress={onDone}>
          {own.notNow}
        </Button>
      </div>
    </form>
  )
}
