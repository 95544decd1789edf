import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { dismissGuest, type Guests } from './guest.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

type Props = { personId: string; guest: Guests['guests'][number] }

/** The practice ends a guest’s part, and says why. What was typed stays when the dialog is closed. */
export function DismissGuest({ personId, guest }: Props) {
  const { dismiss } = useWords(words).team
  const [open, setOpen] = useState(false)
  const [reason, write] = useState('')
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const { mutate, error, isPending } = useSend(dismissGuest)
  const close = () => setOpen(false)
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') mutate({ personId, grantId: guest.id, id, reason }, { onSuccess: close })
  }
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {dismiss.open}
        <span className="tl-sr">: {guest.name}</span>
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={fill(dismiss.title, { name: guest.name })}
        actions={
          <>
            <Button kind="act" busy={isPending} busyWords={dismiss.busy} onPress={send}>
              {dismiss.act}
            </Button>
            <Button onPress={close}>{dismiss.keep}</Button>
          </>
        }
      >
        <p>{dismiss.lead}</p>
        <TextArea
          label={dismiss.reason}
          hint={dismiss.reasonHint}
          value={reason}
          maxLength={2000}
          error={tried && reason.trim() === '' ? dismiss.empty : undefined}
          onChange={write}
        />
        <Refusal refused={error} />
      </Dialog>
    </>
  )
}
