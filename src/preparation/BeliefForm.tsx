import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useDraft } from '../practice/useDraft.web.ts'
import { tellBelief } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

interface Begun {
  readonly words: string
  readonly rating: number | null
}
const nothing: Begun = { words: '', rating: null }

export const beliefBegun = (courseId: string) => `belief ${courseId}`

/** The sentence and how true it feels now. The middle of the line is no answer: it has to be placed. */
export function BeliefForm({ courseId, onDone }: { courseId: string; onDone: () => void }) {
  const { beliefs: own } = useWords(words)
  const { mutate, error, isPending } = useSend(tellBelief)
  const [ids] = useState(() => ({ id: newId(), ratingId: newId() }))
  const draft = useDraft<Begun>(beliefBegun(courseId), nothing)
  const { words: said, rating } = draft.said
  const [handed, hand] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (said.trim() === '' || rating === null) return
    const done = () => (draft.forget(), onDone())
    mutate({ courseId, ...ids, words: said.trim(), rating }, { onSuccess: done })
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={keep} noValidate>
      <TextArea
        label={own.label}
        ownWords
        rows={2}
        maxLength={500}
        value={said}
        onChange={(words) => draft.say({ ...draft.said, words })}
        error={handed && said.trim() === '' ? own.wordsMissing : undefined}
      />
      <DraftLine draft={draft} />
      <Slider
        label={own.rate}
        hint={own.rateHint}
        value={rating ?? undefined}
        onChange={(placed) => draft.say({ ...draft.said, rating: placed })}
        low={own.low}
        high={own.high}
      />
      <FieldError id="belief-rating" error={handed && rating === null ? own.ratingMissing : undefined} />
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
