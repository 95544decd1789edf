import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import type { Ready } from './readyState.web.ts'
import { recordReading } from './room.contract.ts'
import { nothingTyped, readTyped } from './vitalsTyped.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** Typed once, here; the same reading stands in the session room as the one before the dose. */
export function PressurePlace({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const careClock = useCareClock()
  const { mutate, isPending, error } = useSend(recordReading)
  const [typed, type] = useState(nothingTyped)
  const [wrong, mark] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = readTyped(typed)
    const { systolicMmHg, diastolicMmHg } = read.ok ? read.value : { systolicMmHg: null, diastolicMmHg: null }
    const fits = systolicMmHg !== null && diastolicMmHg !== null && systolicMmHg > diastolicMmHg
    mark(!fits)
    if (!fits) return
    const fact = { id: newId(), sessionId: ready.sessionId, takenAt: careClock() }
    mutate({ ...fact, systolicMmHg, diastolicMmHg }, { onSuccess: () => type(nothingTyped) })
  }
  const set = (half: 'systolicMmHg' | 'diastolicMmHg') => (value: string) => type({ ...typed, [half]: value })
  return (
    <form className="ready-place" onSubmit={save} noValidate>
      <NumberField label={own.upper} digits={3} value={typed.systolicMmHg} onChange={set('systolicMmHg')} />
      <NumberField
        label={own.lower}
        digits={3}
        unit={own.mmHg}
        value={typed.diastolicMmHg}
        onChange={set('diastolicMmHg')}
        error={wrong ? own.pressureFault : undefined}
      />
      <Button type="submit" busy={isPending}>
        {own.savePressure}
      </Button>
      <Refusal refused={error} />
    </form>
  )
}
