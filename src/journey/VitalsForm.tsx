import { useRef, useState } from 'react'
import { isoOf, minute } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { ScaleStrip } from '../platform/ui/ScaleStrip.tsx'
import type { Wrong } from './facts.ts'
import { vitalsOf, type Vitals } from './limits.ts'
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
import { CorrectActions, WhatWasWrong } from './WhatWasWrong.tsx'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

type Ago = keyof typeof en.ago
type Props = { state: RoomNow; corrects: Reading | undefined; onDone: () => void }
type Saved = { readonly read: Vitals; readonly ago: Ago; readonly wrong: Wrong }

/** Written down once, however often a glove presses. */
function usePut({ state, corrects, onDone }: Props) {
  const isSaved = useRef(false)
  return ({ read, ago, wrong }: Saved): void => {
    if (isSaved.current) return
    isSaved.current = true
    const correction = { corrects: corrects?.id ?? null, struck: wrong !== 'mistyped', wrong }
    const about = corrects ? correction : { corrects: null, struck: false, wrong: null }
    const takenAt = corrects?.takenAt ?? isoOf(state.now - Number(ago) * minute)
    const fact = { id: newId(), sessionId: state.room.session.id, ...about, ...read, takenAt }
    void state.outbox.put(recordReading, fact).then(onDone)
  }
}

/** Noted on paper first, and typed now: its moment is the one it was taken at. */
function TakenAgo({ ago, onChange }: { ago: Ago; onChange: (ago: Ago) => void }) {
  const own = useWords(words)
  return (
    <Choice
      label={own.when}
      size="glove"
      value={ago}
      onChange={onChange}
      options={(['0', '5', '10', '20'] as const).map((value) => ({ value, words: own.ago[value] }))}
    />
  )
}

/** Typed once, in gloves: two numbers and a press are enough. What is not typed was not measured. */
export function VitalsForm({ state, corrects, onDone }: Props) {
  const own = useWords(words)
  const [typed, setTyped] = useState<Typed>(corrects ? typedFrom(corrects) : nothingTyped)
  const [faults, setFaults] = useState<Faults>({})
  const [ago, setAgo] = useState<Ago>('0')
  const [wrong, setWrong] = useState<Wrong>('mistyped')
  const put = usePut({ state, corrects, onDone })
  const save = () => {
    if (corrects && wrong !== 'mistyped') return put({ read: vitalsOf(corrects), ago, wrong })
    const read = readTyped(typed)
    return read.ok ? put({ read: read.value, ago, wrong }) : setFaults(read.refusal)
  }
  const change = (field: VitalField, value: string) => {
    setTyped({ ...typed, [field]: value })
    setFaults({})
  }
  return (
    <Dialog open onClose={onDone} title={corrects ? own.correctTitle : own.enterTitle}>
      <form
        className="room-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {corrects ? (
          <CorrectingWhat reading={corrects} wrong={wrong} onChange={setWrong} />
        ) : (
          <TakenAgo ago={ago} onChange={setAgo} />
        )}
        {wrong === 'mistyped' && <Numbers typed={typed} faults={faults} onChange={change} />}
        {wrong === 'mistyped' && <Sedation typed={typed} onChange={change} />}
        <CorrectActions wrong={wrong} isNew={!corrects} onDone={onDone} />
      </form>
    </Dialog>
  )
}

type WhatProps = { reading: Reading; wrong: Wrong; onChange: (wrong: Wrong) => void }

function CorrectingWhat({ reading, wrong, onChange }: WhatProps) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <>
      <p>{say(own.correcting, { time: formatDate(Date.parse(reading.takenAt), place, 'time') })}</p>
      <WhatWasWrong value={wrong} onChange={onChange} />
    </>
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
  if (fault === 'lower-above') return own.lowerAbove
  if (fault === 'something-first') return own.somethingFirst
  return say(own.wholeNumber, { from: ranges[field][0], to: ranges[field][1] })
}
