import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { checkLicense, type Guests } from './guest.contract.ts'
import { licenseFindings, type LicenseFinding } from './guest.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

type Guest = Guests['guests'][number]
type Props = { personId: string; guest: Guest & { license: NonNullable<Guest['license']> } }

/** What is being written down; it stays through a closed dialog, and is emptied once it is kept. */
function useCheck(about: { personId: string; grantId: string }, onKept: () => void) {
  const [tried, setTried] = useState(false)
  const [lookedIn, write] = useState('')
  const [found, choose] = useState<LicenseFinding>()
  const [id, another] = useState(newId)
  const { mutate, error, isPending } = useSend(checkLicense)
  const kept = () => {
    another(newId())
    write('')
    choose(undefined)
    setTried(false)
    onKept()
  }
  const send = () => {
    setTried(true)
    if (lookedIn.trim() !== '' && found) mutate({ ...about, id, found, lookedIn }, { onSuccess: kept })
  }
  return { tried, lookedIn, write, found, choose, send, error, isPending }
}

/** A member looks the license up on the board’s own list, elsewhere, and writes down here what it said. */
export function CheckLicense({ personId, guest }: Props) {
  const { check } = useWords(words).team
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { tried, lookedIn, write, found, choose, send, error, isPending } = useCheck(
    { personId, grantId: guest.id },
    close,
  )
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {check.open}
        <span className="tl-sr">: {guest.name}</span>
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={fill(check.title, { name: guest.name })}
        actions={
          <>
            <Button kind="act" busy={isPending} onPress={send}>
              {check.save}
            </Button>
            <Button onPress={close}>{check.cancel}</Button>
          </>
        }
      >
        <p>{fill(check.lead, guest.license)}</p>
        <TextField
          label={check.where}
          hint={check.whereHint}
          value={lookedIn}
          maxLength={200}
          error={tried && lookedIn.trim() === '' ? check.empty.where : undefined}
          onChange={write}
        />
        <RadioGroup
          label={check.found}
          options={licenseFindings.map((value) => ({ value, words: check.answers[value] }))}
          value={found}
          error={tried && !found ? check.empty.found : undefined}
          onChange={choose}
        />
        <p className="tl-quiet-words">{check.after}</p>
        <Refusal refused={error} />
      </Dialog>
    </>
  )
}
