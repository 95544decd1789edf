import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { takeBack } from './brought.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; broughtId: string; when: string; open: boolean; onDone: () => void }

/** What is not so is taken back with a reason; nothing is deleted. */
export function TakeBack({ open, onDone, when, ...about }: Props) {
  const said = useWords(words)
  return (
    <Dialog open={open} onClose={onDone} title={said.backTitle}>
      {open && (
        <>
          <p>{fill(said.backOf, { when })}</p>
          <Why {...about} onDone={onDone} />
        </>
      )}
    </Dialog>
  )
}

function Why({ courseId, broughtId, onDone }: Pick<Props, 'courseId' | 'broughtId' | 'onDone'>) {
  const said = useWords(words)
  const sending = useSend(takeBack)
  const [id] = useState(newId)
  const [reason, write] = useState('')
  const [missing, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') mark(true)
    else sending.mutate({ courseId, broughtId, id, reason: reason.trim() }, { onSuccess: onDone })
  }
  return (
    <form className="tl-stack" onSubmit={hand} noValidate>
      <TextArea
        label={said.backWhy}
        hint={said.backHint}
        value={reason}
        onChange={write}
        rows={3}
        maxLength={500}
        error={missing && reason.trim() === '' ? said.backMissing : undefined}
      />
      <Refusal refused={sending.error} />
      <div className="tl-dialog-actions">
        <Button kind="act" type="submit" busy={sending.isPending}>
          {said.backNow}
        </Button>
        <Button onPress={onDone}>{said.cancel}</Button>
      </div>
    </form>
  )
}
