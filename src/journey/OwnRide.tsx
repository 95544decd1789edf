import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useBegun, useDraft } from '../practice/useDraft.web.ts'
import type { Own } from './ownState.web.ts'
import { loseRide, nameRide, reachable } from './ready.contract.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

const nobody = { name: '', phone: '' }
const begunAs = (sessionId: string) => `ride ${sessionId}`

/** Who takes me home: named by me, changed by me, at any time. */
export function OwnRide({ day: { ride, sessionId } }: { day: Own }) {
  const own = useWords(words).ride
  const [changing, change] = useState(useBegun(begunAs(sessionId)))
  const lose = useSend(loseRide)
  if (!ride || changing) return <RideForm sessionId={sessionId} onDone={() => change(false)} />
  return (
    <>
      <p>{fill(own.ready, ride)}</p>
      <Refusal refused={lose.error} />
      <div className="tl-row">
        <Button kind="link" size="small" onPress={() => change(true)}>
          {own.change}
        </Button>
        <Button
          kind="link"
          size="small"
          busy={lose.isPending}
          onPress={() => lose.mutate({ id: newId(), sessionId })}
        >
          {own.lost}
        </Button>
      </div>
    </>
  )
}

function RideForm({ sessionId, onDone }: { sessionId: string; onDone: () => void }) {
  const own = useWords(words).ride
  const { mutate, isPending, error } = useSend(nameRide)
  const draft = useDraft(begunAs(sessionId), nobody)
  const { said: typed, say: type } = draft
  const [wrong, mark] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const [name, phone] = [typed.name.trim(), typed.phone.trim()]
    const fits = name !== '' && reachable.test(phone)
    mark(!fits)
    if (!fits) return
    mutate({ id: newId(), sessionId, name, phone }, { onSuccess: () => (draft.forget(), onDone()) })
  }
  return (
    <form className="tl-stack" onSubmit={save} noValidate>
      <p>{own.open}</p>
      <TextField label={own.name} value={typed.name} onChange={(name) => type({ ...typed, name })} />
      <TextField
        label={own.phone}
        type="tel"
        value={typed.phone}
        onChange={(phone) => type({ ...typed, phone })}
        error={wrong ? own.fault : undefined}
      />
      <DraftLine draft={draft} />
      <Refusal refused={error} />
      <Button type="submit" busy={isPending}>
        {own.save}
      </Button>
    </form>
  )
}
