import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
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
import { en as unheardEn } from './words.unheard.en.ts'
import { es as unheardEs } from './words.unheard.es.ts'

const words = { en, es }
const roomWords = { en: roomEn, es: roomEs }
const unheardWords = { en: unheardEn, es: unheardEs }

/** Typed once, here, and kept without a network too; the same reading stands in the session room as the one before the dose. */
export function PressurePlace({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const room = useWords(roomWords)
  const careClock = useCareClock()
  const outbox = useOutbox(ready.sessionId)
  const [typed, type] = useState(nothingTyped)
  const [faults, mark] = useState<Faults>({})
  const isPut = useRef(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { value, faults: found } = pressureTyped(typed)
    mark(found)
    // A glove presses twice: one reading is one reading.
    if (!value || isPut.current) return
    isPut.current = true
    const { systolicMmHg, diastolicMmHg } = value
    const fact = { id: newId(), sessionId: ready.sessionId, takenAt: careClock() }
    const done = () => {
      isPut.current = false
    }
    void outbox
      .put(recordReading, { ...fact, systolicMmHg, diastolicMmHg })
      .then(() => type((now) => (now === typed ? nothingTyped : now)))
      .then(done, done)
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
      <Button type="submit">{own.savePressure}</Button>
      {ready.unheardSince !== undefined && <Kept outbox={outbox} />}
    </form>
  )
}

const ending = recordReading.path.slice(recordReading.path.lastIndexOf('/'))

/** What was measured without a network, and waits here. */
function Kept({ outbox }: { outbox: Outbox }) {
  const unheard = useWords(unheardWords)
  const waiting = outbox.waiting.flatMap(({ order, path, input }) =>
    path.endsWith(ending) && 'systolicMmHg' in input && 'diastolicMmHg' in input
      ? [{ order, reading: `${String(input.systolicMmHg)}/${String(input.diastolicMmHg)}` }]
      : [],
  )
  if (waiting.length === 0) return null
  return (
    <ul className="ready-kept">
      {waiting.map(({ order, reading }) => (
        <li key={order}>{fill(unheard.pressureKept, { reading })}</li>
      ))}
    </ul>
  )
}
