import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { cancelSession } from './course.contract.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = { sessionId: string; onDone: () => void }

/** A journey that will not be: said by somebody, with a reason, and never undone; another is planned anew. */
export function CallOff({ sessionId, onDone }: Props) {
  const { plan: said } = useWords(words)
  const [reason, write, forget] = useTyped(`call off ${sessionId}`, '')
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const sending = useSend(cancelSession)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '')
      sending.mutate({ sessionId, id, reason: reason.trim() }, { onSuccess: () => (forget(), onDone()) })
  }
  return (
    <Dialog open onClose={onDone} title={said.callOffTitle}>
      <form className="tl-stack" onSubmit={submit} noValidate>
        <p>{said.callOffLead}</p>
        <TextArea
          label={said.callOffWhy}
          rows={3}
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? said.whyMissing : undefined}
          onChange={write}
        />
        <Refusal refused={sending.error} />
        <div className="tl-row">
          <Button kind="act" type="submit" busy={sending.isPending}>
            {said.callOff}
          </Button>
          <Button onPress={onDone}>{said.callOffKeep}</Button>
        </div>
      </form>
    </Dialog>
  )
}
