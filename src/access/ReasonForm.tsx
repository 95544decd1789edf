import { type FormEvent, useState } from 'react'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { Refusal } from './Refusal.tsx'

type Props = {
  words: { why: string; hint: string; missing: string; now: string; cancel: string }
  sending: { isPending: boolean; error: AskRefused | null }
  /** What it is about: what was typed is found again when the dialog is opened anew. */
  about: string
  onSend: (reason: string, forget: () => void) => void
  onClose: () => void
}

/** Why something is taken back, in a dialog: nothing is sent without a few words. */
export function ReasonForm({ words, sending, about, onSend, onClose }: Props) {
  const { me } = useHere()
  const [reason, write, forget] = useTyped(`why ${me.seatId} ${about}`, '')
  const [missing, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') mark(true)
    else onSend(reason.trim(), forget)
  }
  return (
    <form className="tl-stack" onSubmit={hand} noValidate>
      <TextArea
        label={words.why}
        hint={words.hint}
        value={reason}
        onChange={write}
        rows={3}
        maxLength={500}
        error={missing && reason.trim() === '' ? words.missing : undefined}
      />
      <Refusal refused={sending.error} />
      <div className="tl-dialog-actions">
        <Button kind="act" type="submit" busy={sending.isPending}>
          {words.now}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </div>
    </form>
  )
}
