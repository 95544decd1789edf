import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { recordAsked } from '../safety/safety.contract.ts'
import { suicideAnswers, type SuicideAnswer } from '../safety/suicide.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { ready: { readonly sessionId: string; readonly personId: string } }

/** The question was asked in person; here is what the client said. None is chosen beforehand. */
export function AskSafety({ ready: { sessionId, personId } }: Props) {
  const own = useWords(words)
  const [open, show] = useState(false)
  const [answer, choose] = useState<SuicideAnswer | undefined>()
  const { mutate, isPending, error } = useSend(recordAsked)
  const save = () => {
    if (!answer) return
    mutate(
      { id: newId(), personId, sessionId, answer },
      {
        onSuccess: () => {
          show(false)
          choose(undefined)
        },
      },
    )
  }
  return (
    <>
      <Button onPress={() => show(true)}>{own.askSafety}</Button>
      <Dialog
        open={open}
        onClose={() => show(false)}
        title={own.gates.suicide}
        actions={
          <Button kind="act" onPress={save} disabled={!answer} busy={isPending}>
            {own.safetySave}
          </Button>
        }
      >
        <Refusal refused={error} />
        <RadioGroup
          label={own.safetyLead}
          value={answer}
          onChange={choose}
          options={suicideAnswers.map((value) => ({ value, words: own.safety[value] }))}
        />
      </Dialog>
    </>
  )
}
