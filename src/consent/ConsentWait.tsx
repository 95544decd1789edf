import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { readWait, setWait } from './wait.contract.ts'
import { waitDocument } from './wait.ts'
import { en } from './words.touch.en.ts'
import { es } from './words.touch.es.ts'

const words = { en, es }

/** How long a first consent rests before a dose, here; and the way to change that, for whoever may sign it. */
export function ConsentWait() {
  const { wait } = useWords(words)
  const place = usePlace()
  const { data } = useAsk(readWait, {})
  const [open, set] = useState(false)
  if (!data) return null
  const { own } = data
  return (
    <div className="tl-stack">
      <p className="tl-quiet-words">
        {fill(wait.says, { n: data.hours })}{' '}
        {own &&
          fill(wait.own, {
            name: own.byName,
            day: formatDate(own.signedAt, place, 'date'),
            reason: own.reason,
          })}
      </p>
      {data.can.set && (
        <div className="tl-row">
          <Button size="small" onPress={() => set(true)}>
            {wait.change}
          </Button>
        </div>
      )}
      {open && <SetWait hours={data.hours} onClose={() => set(false)} />}
    </div>
  )
}

function SetWait({ hours: now, onClose }: { hours: number; onClose: () => void }) {
  const { wait } = useWords(words)
  const [id] = useState(newId)
  const [typed, type] = useState({ hours: String(now), reason: '' })
  const [isTried, tried] = useState(false)
  const [hash, confirm] = useState<string>()
  const decided = { id, hours: Number(typed.hours), reason: typed.reason.trim() }
  const isHours = Number.isInteger(decided.hours) && decided.hours >= 1 && decided.hours <= 168
  const sign = async () => {
    tried(true)
    if (isHours && decided.reason !== '') confirm(await digestOf(waitDocument(decided)))
  }
  if (hash) return <SignWait {...{ decided, hash, onClose }} />
  return (
    <Dialog open onClose={onClose} title={wait.title}>
      <div className="tl-stack">
        <p>{wait.everyone}</p>
        <TextField
          label={wait.hours}
          inputMode="numeric"
          value={typed.hours}
          onChange={(hours) => type({ ...typed, hours })}
          error={isTried && !isHours ? wait.hoursWrong : undefined}
        />
        <TextArea
          label={wait.reason}
          rows={3}
          maxLength={1000}
          value={typed.reason}
          onChange={(reason) => type({ ...typed, reason })}
          error={isTried && decided.reason === '' ? wait.reasonMissing : undefined}
        />
        <Button kind="act" onPress={() => void sign()}>
          {wait.sign}
        </Button>
      </div>
    </Dialog>
  )
}

type SignProps = {
  decided: { id: string; hours: number; reason: string }
  hash: string
  onClose: () => void
}

function SignWait({ decided, hash, onClose }: SignProps) {
  const { wait } = useWords(words)
  const { me } = useHere()
  const { mutate, error, isPending } = useSend(setWait)
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={wait.title}
      printedName={me.name ?? ''}
      meaning={fill(wait.meaning, { n: decided.hours })}
      documentHash={hash}
      busy={isPending}
      onConfirmed={(confirmationId) => mutate({ ...decided, confirmationId }, { onSuccess: onClose })}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
