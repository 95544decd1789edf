import { useState } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { ScaleStrip } from '../platform/ui/ScaleStrip.tsx'
import { recordReading } from './room.contract.ts'
import type { Reading, RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import {
  nothingTyped,
  ranges,
  readTyped,
  typedFrom,
  type Faults,
  type Typed,
  type VitalField,
} from './vitalsTyped.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

type Props = { state: RoomNow; corrects: Reading | undefined; onDone: () => void }

/** Typed once, in gloves: two numbers and a press are enough. What is not typed was not measured. */
export function VitalsForm({ state, corrects, onDone }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const [typed, setTyped] = useState<Typed>(corrects ? typedFrom(corrects) : nothingTyped)
  const [faults, setFaults] = useState<Faults>({})
  const save = async () => {
    const read = readTyped(typed)
    if (!read.ok) return setFaults(read.refusal)
    const { session } = state.room
    const fact = { id: newId(), sessionId: session.id, corrects: corrects?.id ?? null, struck: false }
    await state.outbox.put(recordReading, {
      ...fact,
      ...read.value,
      takenAt: corrects?.takenAt ?? isoOf(state.now),
    })
    onDone()
  }
  const change = (field: VitalField, value: string) => {
    setTyped({ ...typed, [field]: value })
    setFaults({})
  }
  return (
    <Dialog open onClose={onDone} title={own.enterTitle}>
      <form
        className="room-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {corrects && (
          <p>{say(own.correcting, { time: formatDate(Date.parse(corrects.takenAt), place, 'time') })}</p>
        )}
        <Numbers typed={typed} faults={faults} onChange={change} />
        <Sedation typed={typed} onChange={change} />
        <div className="room-form-actions">
          <Button kind="act" size="glove" type="submit">
            {own.save}
          </Button>
          <Button size="glove" onPress={onDone}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type SedationProps = Pick<NumbersProps, 'typed' | 'onChange'>

/** MOAA/S: none is chosen until one is pressed. */
function Sedation({ typed, onChange }: SedationProps) {
  const own = useWords(words)
  return (
    <ScaleStrip
      label={own.sedation}
      from={0}
      to={5}
      size="glove"
      value={typed.sedationMoaas === '' ? undefined : Number(typed.sedationMoaas)}
      onChange={(level) => onChange('sedationMoaas', String(level))}
      low={own.sedationLevels[0].slice(3)}
      high={own.sedationLevels[5].slice(3)}
    />
  )
}

type NumbersProps = { typed: Typed; faults: Faults; onChange: (field: VitalField, value: string) => void }

function Numbers({ typed, faults, onChange }: NumbersProps) {
  const own = useWords(words)
  const shown = [
    ['systolicMmHg', own.systolic, own.mmHg],
    ['diastolicMmHg', own.diastolic, own.mmHg],
    ['heartRateBpm', own.heartRate, own.perMinute],
    ['spo2Percent', own.spo2, own.percent.trim()],
    ['respirationsPerMin', own.respirations, own.perMinute],
  ] as const
  return (
    <div className="room-numbers">
      {shown.map(([field, label, unit]) => (
        <NumberField
          key={field}
          label={label}
          unit={unit}
          size="glove"
          digits={3}
          value={typed[field]}
          onChange={(value) => onChange(field, value)}
          error={faultWords(own, field, faults)}
        />
      ))}
    </div>
  )
}

function faultWords(own: typeof en, field: VitalField, faults: Faults): string | undefined {
  const fault = faults[field]
  if (fault === undefined) return undefined
  if (fault === 'both-pressures') return own.bothPressures
  if (fault === 'something-first') return own.somethingFirst
  return say(own.wholeNumber, { from: ranges[field][0], to: ranges[field][1] })
}
