import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { recordAsked } from './safety.contract.ts'
import { suicideAnswers, type SuicideAnswer } from './suicide.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { personId: string; sessionId: string | null; onDone: () => void }

/** Words to say aloud, in case they help, and what was answered. Nothing is chosen beforehand. */
export function AskForm({ personId, sessionId, onDone }: Props) {
  const { asked: said } = useWords(words)
  const { mutate, error, isPending } = useSend(recordAsked)
  const [id] = useState(newId)
  const [answer, choose] = useState<SuicideAnswer>()
  const [handed, hand] = useState(false)
  const record = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (answer) mutate({ personId, id, sessionId, answer }, { onSuccess: onDone })
  }
  return (
    <form className="tl-asked-form" onSubmit={record} noValidate>
      <p>{said.lead}</p>
      <Notice title={said.say}>{said.sayWords}</Notice>
      <RadioGroup
        label={said.question}
        error={handed && !answer ? said.choose : undefined}
        value={answer}
        onChange={choose}
        options={suicideAnswers.map((value) => ({ value, words: said.answers[value] }))}
      />
      <Refusal refused={error} />
      <Button kind="act" type="submit" busy={isPending}>
        {said.record}
      </Button>
    </form>
  )
}
