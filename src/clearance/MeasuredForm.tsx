import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { recordMeasured } from '../intake/intake.contract.ts'
import { measurables, type Measurable } from '../intake/taken-here.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import type { readClearance } from './clearance.contract.ts'
import { nothingMeasured, valuesOf, type Measuring } from './measuring.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { personId: string; read: output<typeof readClearance.reply>; needed: readonly string[] }

/** A weight, a score, a result on paper: what is still needed stands open, all else one press away. */
export function MeasuredForm({ personId, read, needed }: Props) {
  const { measured } = useWords(words)
  const { me } = useHere()
  const sending = useSend(recordMeasured)
  const { language } = usePlace()
  const [typed, type, forget] = useTyped(`measuring ${me.seatId} ${personId}`, nothingMeasured)
  const [marked, mark] = useState(false)
  const { fine, wrong } = valuesOf(typed)
  const open = measurables.filter((measure) => measure !== 'bmi' && isNeeded(measure, needed))
  const others = measurables.filter((measure) => measure !== 'bmi' && !open.includes(measure))
  const titleOf = (measure: string) =>
    read.measures.find(({ id }) => id === measure)?.title[language] ?? measure
  const hand = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (fine.length === 0 || wrong.length > 0) return
    const taken = fine.map((one) => ({ id: newId(), ...one, title: titleOf(one.measure) }))
    const on = typed.on === '' ? null : typed.on
    sending.mutate({ personId, on, taken }, { onSuccess: () => (mark(false), forget()) })
  }
  const part = { typed, type, titleOf, wrong: marked ? wrong : [] }
  const empty = marked && fine.length + wrong.length === 0
  const end = <End typed={typed} type={type} sending={sending} empty={empty} />
  return (
    <form className="tl-measured" onSubmit={hand} noValidate>
      {open.length > 0 && (
        <>
          <p>{measured.lead}</p>
          <Fields {...part} measures={open} />
        </>
      )}
      <Disclosure title={measured.others}>
        <Fields {...part} measures={others} />
        {open.length === 0 && end}
      </Disclosure>
      {open.length > 0 && end}
    </form>
  )
}

type EndProps = {
  typed: Measuring
  type: (typed: Measuring) => void
  sending: { readonly error: Parameters<typeof Refusal>[0]['refused']; readonly isPending: boolean }
  empty: boolean
}

function End({ typed, type, sending, empty }: EndProps) {
  const { measured } = useWords(words)
  return (
    <div className="tl-measured-end">
      <TextField
        type="date"
        label={measured.on}
        hint={measured.onHint}
        value={typed.on}
        onChange={(on) => type({ ...typed, on })}
      />
      <Button type="submit" busy={sending.isPending}>
        {measured.save}
      </Button>
      <Refusal refused={sending.error} />
      {empty && <p role="alert">{measured.nothing}</p>}
    </div>
  )
}

/** The index needs the weight too. */
const isNeeded = (measure: Measurable, needed: readonly string[]): boolean =>
  needed.includes(measure) || (measure === 'weight' && needed.includes('bmi'))

type FieldsProps = {
  measures: readonly Measurable[]
  typed: Measuring
  type: (typed: Measuring) => void
  titleOf: (measure: string) => string
  wrong: readonly string[]
}

function Fields({ measures, typed, type, titleOf, wrong }: FieldsProps) {
  const { measured } = useWords(words)
  const put = (measure: Measurable | 'height', value: string) =>
    type({ ...typed, values: { ...typed.values, [measure]: value } })
  const field = (measure: Measurable | 'height', label: string, unit: string | undefined) => (
    <NumberField
      key={measure}
      label={label}
      unit={unit}
      decimals
      digits={5}
      value={typed.values[measure] ?? ''}
      error={wrong.includes(measure) ? measured.wrong : undefined}
      onChange={(value) => put(measure, value)}
    />
  )
  return (
    <>
      {measures.includes('weight') && (
        <>
          <Choice
            label={measured.units}
            options={[
              { value: 'us', words: measured.us },
              { value: 'metric', words: measured.metric },
            ]}
            value={typed.units}
            onChange={(units) => type({ ...typed, units })}
          />
          <div className="tl-row tl-measured-row">
            {field('weight', titleOf('weight'), typed.units === 'us' ? 'lb' : 'kg')}
            {field('height', measured.height, typed.units === 'us' ? 'in' : 'cm')}
          </div>
        </>
      )}
      <div className="tl-row tl-measured-row">
        {measures
          .filter((measure) => measure !== 'weight')
          .map((measure) => field(measure, titleOf(measure), unitWords[measure]))}
      </div>
    </>
  )
}

/** Said after the number; a score has none. */
const unitWords: Readonly<Partial<Record<Measurable, string>>> = {
  spo2: '%',
  qtc: 'ms',
  egfr: 'mL/min',
  'alt-uln': '×',
  'ast-uln': '×',
}
