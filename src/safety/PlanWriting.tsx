import { type FormEvent, useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useDraft } from '../practice/useDraft.web.ts'
import { planSteps, wordsOf, type PlanWords } from './plan.ts'
import { en } from './words.plan.en.ts'
import { es } from './words.plan.es.ts'

const words = { en, es }

const blank: PlanWords = {
  warningSigns: '',
  onMyOwn: '',
  peopleAndPlaces: '',
  peopleToAsk: '',
  professionals: '',
  surroundings: '',
}

type Props = {
  /** Whose it is: under this name it waits until it is kept. */
  about: string
  begin: PlanWords | undefined
  /** Resolves once it is safe on this device. */
  onKeep: (words: PlanWords) => Promise<void>
  onCancel: () => void
}

/** Six fields and no order to them: any may stay empty, and one word is a beginning. */
export function PlanWriting({ about, begin = blank, onKeep, onCancel }: Props) {
  const said = useWords(words)
  const draft = useDraft(about, wordsOf(begin))
  const { said: own, say: write } = draft
  const [tried, setTried] = useState(false)
  const isEmpty = planSteps.every((step) => own[step].trim() === '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty) void onKeep(own).then(draft.forget)
  }
  return (
    <form className="tl-plan-form" onSubmit={keep} noValidate>
      <h2>{said.editTitle}</h2>
      <p>{said.editLead}</p>
      {planSteps.map((step) => (
        <TextArea
          key={step}
          label={said.steps[step]}
          hint={said.hints[step]}
          ownWords
          rows={3}
          maxLength={2000}
          value={own[step]}
          onChange={(text) => write({ ...own, [step]: text })}
        />
      ))}
      {tried && isEmpty && <p role="alert">{said.lacking}</p>}
      <div className="tl-row">
        <Button kind="act" type="submit">
          {said.save}
        </Button>
        <Button onPress={onCancel}>{said.cancel}</Button>
      </div>
      <DraftLine draft={draft} />
    </form>
  )
}
