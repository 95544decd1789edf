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
import { pressureFault, pressureTyped } from './pressureWords.web.ts'
import { nothingTyped, type Faults } from './vitalsTyped.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'
import { en as roomEn } from './words.room.en.ts'
import { es as roomEs } from './words.room.es.ts'

const words = { en, es }
const roomWords = { en: roomEn, es: roomEs }

/** Typed once, here; the same reading stands in the session room as the one before the dose. */
export function PressurePlace({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const room = useWords(roomWords)
  const careClock = useCareClock()
  const { mutate, isPending, error } = useSend(recordReading)
  const [typed, type] = useState(nothingTyped)
  const [faults, mark] = useState<Faults>({})
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { value, faults: found } = pressureTyped(typed)
    mark(found)
    if (!value) return
    const { systolicMmHg, diastolicMmHg } = value
    const fact = { id: newId(), sessionId: ready.sessionId, takenAt: careClock() }
    mutate(
      { ...fact, systolicMmHg, diastolicMmHg },
      { onSuccess: () => type((now) => (now === typed ? nothingTyped : now)) },
    )
  }
  const set = (half: 'systolicMmHg' | 'diastolicMmHg') => (value: string) => type({ ...typed, [half]: value })
  return (
    <form className="ready-place" onSubmit={save} noValidate>
      <NumberField
        label={own.upper}
        digits={3}
        value={typed.systolicMmHg}
        onChange={set('systolicMmHg')}
        error={pressureFault(room, 'systolicMmHg', faults)}
      />
      <NumberField
        label={own.lower}
        digits={3}
        unit={own.mmHg}
        value={typed.diastolicMmHg}
        onChange={set('diastolicMmHg')}
        error={pressureFault(room, 'diastolicMmHg', faults)}
      />
      <Button type="submit" busy={isPending}>
        {own.savePressure}
      </Button>
      <Refusal refused={error} />
    </form>
  )
}
