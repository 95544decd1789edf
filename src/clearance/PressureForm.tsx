import { useState, type FormEvent } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { recordPressure } from '../intake/intake.contract.ts'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }
const unit = 'mmHg'
const nothing = { systolic: '', diastolic: '' }

type Props = { personId: string; careNow: number; needed: boolean }

/** A blood pressure taken here, just now; whether it is still asked for, or there are enough. */
export function PressureForm({ personId, careNow, needed }: Props) {
  const said = useWords(words).pressure
  const sending = useSend(recordPressure)
  const [typed, type] = useState(nothing)
  const [wrong, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    const [systolicMmHg, diastolicMmHg] = [Number(typed.systolic), Number(typed.diastolic)]
    const fits =
      isWithin(systolicMmHg, 40, 300) && isWithin(diastolicMmHg, 20, 200) && systolicMmHg > diastolicMmHg
    mark(!fits)
    if (!fits) return
    const taken = { personId, id: newId(), systolicMmHg, diastolicMmHg, takenAt: isoOf(careNow) }
    sending.mutate(taken, { onSuccess: () => type((now) => (now === typed ? nothing : now)) })
  }
  return (
    <form className="tl-measured" onSubmit={hand} noValidate>
      <p>{needed ? said.lead : said.enough}</p>
      <div className="tl-row tl-measured-row">
        <NumberField
          label={said.systolic}
          unit={unit}
          digits={3}
          value={typed.systolic}
          error={wrong ? said.wrong : undefined}
          onChange={(systolic) => type({ ...typed, systolic })}
        />
        <NumberField
          label={said.diastolic}
          unit={unit}
          digits={3}
          value={typed.diastolic}
          onChange={(diastolic) => type({ ...typed, diastolic })}
        />
        <Button type="submit" busy={sending.isPending}>
          {said.save}
        </Button>
      </div>
      <Refusal refused={sending.error} />
    </form>
  )
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most
