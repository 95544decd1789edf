import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import './ready.css'
import { loseRide, nameRide, reachable } from './ready.contract.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Keep = {
  readonly nameRide: (name: string, phone: string) => Promise<void>
  readonly loseRide: () => Promise<void>
}

type Props = {
  /** Writes it down on this device first, where the page opens without a network. */
  keep?: Keep | undefined
  ready: {
    readonly sessionId: string
    readonly ride: { readonly name: string; readonly phone: string } | null
  }
}

/** Who takes the client home, by name and phone. A new one stands in for the one before. */
export function RidePlace({ ready, keep }: Props) {
  const own = useWords(words)
  const [changing, change] = useState(false)
  const lose = useSend(loseRide)
  const { ride, sessionId } = ready
  if (!ride || changing) return <RideForm sessionId={sessionId} keep={keep} onDone={() => change(false)} />
  return (
    <div className="ready-row">
      <a href={`tel:${ride.phone.replaceAll(/[^+\d]/g, '')}`}>{ride.phone}</a>
      <Button kind="link" size="small" onPress={() => change(true)}>
        {own.changeRide}
      </Button>
      <Button
        kind="link"
        size="small"
        busy={lose.isPending}
        onPress={() => (keep ? void keep.loseRide() : lose.mutate({ id: newId(), sessionId }))}
      >
        {own.lostRide}
      </Button>
      <Refusal refused={lose.error} />
    </div>
  )
}

type FormProps = { sessionId: string; onDone: () => void; keep?: Keep | undefined }

export function RideForm({ sessionId, onDone, keep }: FormProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(nameRide)
  const [typed, type] = useState({ name: '', phone: '' })
  const [wrong, mark] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const [name, phone] = [typed.name.trim(), typed.phone.trim()]
    const fits = name !== '' && reachable.test(phone)
    mark(!fits)
    if (!fits) return
    if (keep) void keep.nameRide(name, phone).then(onDone)
    else mutate({ id: newId(), sessionId, name, phone }, { onSuccess: onDone })
  }
  return (
    <form className="ready-place" onSubmit={save} noValidate>
      <TextField label={own.rideName} value={typed.name} onChange={(name) => type({ ...typed, name })} />
      <TextField
        label={own.ridePhone}
        type="tel"
        value={typed.phone}
        onChange={(phone) => type({ ...typed, phone })}
        error={wrong ? own.rideFault : undefined}
      />
      <Button type="submit" busy={isPending}>
        {own.saveRide}
      </Button>
      <Refusal refused={error} />
    </form>
  )
}
