import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isoOf, minute } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import type { ClosingNow } from './closingState.web.ts'
import { departureFields, fieldsOf, ways, type DepartureField, type Way } from './departure.ts'
import { recordDeparture } from './departure.contract.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

/** Taken to a hospital, gone, or gone against advice: written down as it was. Only how, and when, must be known. */
export function LeaveOtherwise({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const [open, show] = useState(false)
  const [times, again] = useState(0)
  const done = () => {
    show(false)
    again(times + 1)
  }
  return (
    <>
      {times > 0 && <Written key={times} state={state} />}
      <Disclosure
        title={state.departure ? own.leaveCorrect : own.leaveTitle}
        open={open}
        onToggle={(isOpen) => show(isOpen)}
      >
        <LeaveForm key={times} state={state} onDone={done} />
      </Disclosure>
    </>
  )
}

/** Said where it was pressed, and brought before the eyes: what is at the top of the page is not seen from here. */
function Written({ state: { kept, departure } }: { state: ClosingNow }) {
  const own = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div className="closing-written" ref={place} tabIndex={-1} aria-live="polite">
      <Notice state={kept.departure ? 'waiting' : 'met'}>
        {departure && !kept.departure && <p>{own.went[departure.way]}</p>}
        <p>{kept.departure ? own.keptHere : own.leaveWritten}</p>
      </Notice>
    </div>
  )
}

/** `Known` is said; an empty text, or a question not answered, is not known. */
interface Typed extends Readonly<Record<DepartureField, string>> {
  readonly way: Way | undefined
  readonly ago: string
  readonly calledAgo: string
  readonly inWriting: Answer | undefined
  readonly reached: Answer | undefined
  readonly callbackBy: string
}
type Answer = 'yes' | 'no'

const emptyFields = Object.fromEntries(departureFields.map((field) => [field, ''])) as Record<
  DepartureField,
  string
>
const nothing: Typed = {
  ...emptyFields,
  way: undefined,
  ago: '0',
  calledAgo: '',
  inWriting: undefined,
  reached: undefined,
  callbackBy: '',
}

type FormProps = { state: ClosingNow; onDone: () => void }
type PartProps = { typed: Typed; set: (part: Partial<Typed>) => void }

function LeaveForm({ state, onDone }: FormProps) {
  const own = useWords(words)
  const { typed, set, save, missing } = useLeave({ state, onDone })
  const { way } = typed
  return (
    <form className="closing-leave" noValidate onSubmit={save}>
      <p>{own.leaveLead}</p>
      <RadioGroup
        label={own.leaveHow}
        error={missing.way ? own.leaveHowMissing : undefined}
        value={way}
        onChange={(picked) => set({ way: picked })}
        options={ways.map((value) => ({ value, words: own.ways[value] }))}
      />
      <Minutes label={own.leftAgo} value={typed.ago} wrong={missing.ago} onChange={(ago) => set({ ago })} />
      {way && <WhatWasKnown way={way} typed={typed} set={set} wrong={missing.calledAgo} />}
      {way && <Callback state={state} typed={typed} set={set} />}
      <Button kind="act" type="submit">
        {own.leaveSave}
      </Button>
    </form>
  )
}

/** Written down on this device at once, and sent when it can be; a correction of the one that stands, where there is one. */
function useLeave({ state, onDone }: FormProps) {
  const [typed, type] = useState(nothing)
  const [marked, mark] = useState(false)
  const isSaved = useRef(false)
  const faults = faultsOf(typed)
  const save = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (Object.values(faults).some(Boolean) || isSaved.current) return
    isSaved.current = true
    void state.outbox.put(recordDeparture, departureOf(typed, state)).then(onDone)
  }
  const missing = marked ? faults : { way: false, ago: false, calledAgo: false }
  return { typed, set: (part: Partial<Typed>) => type({ ...typed, ...part }), save, missing }
}

const isMinutes = (typed: string) => /^\d{1,4}$/.test(typed.trim())

const faultsOf = ({ way, ago, calledAgo }: Typed) => ({
  way: way === undefined,
  ago: !isMinutes(ago),
  calledAgo: calledAgo.trim() !== '' && !isMinutes(calledAgo),
})

const answerOf = (answer: Answer | undefined) => (answer === undefined ? null : answer === 'yes')

function departureOf(typed: Typed, { read, departure, now }: ClosingNow) {
  const { way = 'left', ago, calledAgo, callbackBy } = typed
  const asked = fieldsOf[way]
  const told = departureFields.map((field) => [field, (asked.includes(field) && typed[field].trim()) || null])
  const before = (minutes: string) => isoOf(now - Number(minutes) * minute)
  return {
    ...(Object.fromEntries(told) as Record<DepartureField, string | null>),
    id: newId(),
    sessionId: read.sessionId,
    way,
    leftAt: before(ago),
    calledAt: way === 'hospital' && calledAgo.trim() ? before(calledAgo) : null,
    inWriting: way === 'against-advice' ? answerOf(typed.inWriting) : null,
    reached: way === 'hospital' ? null : answerOf(typed.reached),
    callbackBy: callbackBy || null,
    corrects: departure?.id ?? null,
  }
}

type MinutesProps = { label: string; value: string; wrong: boolean; onChange: (typed: string) => void }

function Minutes({ label, value, wrong, onChange }: MinutesProps) {
  const own = useWords(words)
  return (
    <NumberField
      label={label}
      unit={own.minutesUnit}
      digits={4}
      value={value}
      onChange={onChange}
      error={wrong ? own.minutesFault : undefined}
    />
  )
}

const long: readonly DepartureField[] = ['handedOver', 'said', 'advised']

/** Each may stay empty: it is then not known, and reads so. */
function WhatWasKnown({ way, typed, set, wrong }: PartProps & { way: Way; wrong: boolean }) {
  const own = useWords(words)
  return (
    <>
      {way === 'hospital' && (
        <Minutes
          label={own.calledAgo}
          value={typed.calledAgo}
          wrong={wrong}
          onChange={(calledAgo) => set({ calledAgo })}
        />
      )}
      {fieldsOf[way].map((field) => {
        const Field = long.includes(field) ? TextArea : TextField
        return (
          <Field
            key={field}
            label={own.leaveFields[field]}
            maxLength={2000}
            value={typed[field]}
            onChange={(value) => set({ [field]: value })}
          />
        )
      })}
      {way === 'against-advice' && (
        <YesNo label={own.inWriting} value={typed.inWriting} onChange={(inWriting) => set({ inWriting })} />
      )}
      {way !== 'hospital' && (
        <YesNo label={own.reached} value={typed.reached} onChange={(reached) => set({ reached })} />
      )}
    </>
  )
}

type YesNoProps = { label: string; value: Answer | undefined; onChange: (answer: Answer) => void }

const YesNo = ({ label, value, onChange }: YesNoProps) => {
  const own = useWords(words)
  const options = (['yes', 'no'] as const).map((answer) => ({ value: answer, words: own.yesNo[answer] }))
  return <Choice label={label} value={value} onChange={onChange} options={options} />
}

/** Somebody by name; without one, whoever looks after this person. */
function Callback({ state, typed, set }: PartProps & { state: ClosingNow }) {
  const own = useWords(words)
  return (
    <Select
      label={own.callbackBy}
      hint={own.callbackHint}
      placeholder={own.callbackUsual}
      value={typed.callbackBy}
      onChange={(callbackBy) => set({ callbackBy })}
      options={state.read.team.map(({ memberId, name }) => ({ value: memberId, words: name }))}
    />
  )
}
