import { useState } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { momentOf, PlaceForm, type PlaceProps } from './DayPlaces.tsx'
import { reportResults, testResults, type ReportResult, type TestResult } from './dayTold.ts'
import { tellDay, tellMedicine } from './told.contract.ts'
import { en } from './words.asked.en.ts'
import { es } from './words.asked.es.ts'

const words = { en, es }

const lasts = ['earlier', 'yesterday', 'today', 'unknown'] as const
type Last = { readonly day?: (typeof lasts)[number] | undefined; readonly time: string }
const nothing: Last = { time: '' }

/** Of each sedative and the like that is taken: when the last dose was. */
export function MedicinesPlace({ ready: { sessionId, takenToday, now, timeZone }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [typed, type] = useState<Readonly<Record<string, Last>>>({})
  const [wrong, mark] = useState(false)
  const save = () => {
    const taken = takenToday.map((ingredient) => ({
      ingredient,
      last: lastOf(typed[ingredient] ?? nothing, now, timeZone),
    }))
    const whole = taken.flatMap(({ ingredient, last }) => (last ? [{ ingredient, last }] : []))
    mark(whole.length < taken.length)
    if (whole.length < taken.length) return
    mutate({ id: newId(), sessionId, told: { kind: 'medicines', taken: whole } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="medicines"
      busy={isPending}
      refused={error}
      fault={wrong ? own.medicinesFault : undefined}
      onSave={save}
    >
      <div className="ready-lines">
        <p className="tl-quiet-words">{own.medicinesLead}</p>
        {takenToday.map((name) => (
          <LastDose
            key={name}
            name={name}
            typed={typed[name] ?? nothing}
            onType={(last) => type({ ...typed, [name]: last })}
          />
        ))}
      </div>
    </PlaceForm>
  )
}

function lastOf({ day, time }: Last, now: number, timeZone: string): string | undefined {
  if (day === undefined) return undefined
  if (day === 'earlier') return 'not-today'
  if (day === 'unknown') return 'unknown'
  const at = momentOf({ day, time }, now, timeZone)
  return at === undefined ? undefined : isoOf(at)
}

function LastDose({ name, typed, onType }: { name: string; typed: Last; onType: (last: Last) => void }) {
  const own = useWords(words)
  return (
    <div className="ready-when">
      <Choice
        label={fill(own.lastOf, { name })}
        size="glove"
        value={typed.day}
        onChange={(day) => onType({ ...typed, day })}
        options={lasts.map((value) => ({ value, words: own.last[value] }))}
      />
      {(typed.day === 'today' || typed.day === 'yesterday') && (
        <TextField
          label={fill(own.lastTime, { name })}
          type="time"
          value={typed.time}
          onChange={(time) => onType({ ...typed, time })}
        />
      )}
    </div>
  )
}

/** EV-HCG: what was read off the test, just now. */
export function TestPlace({ ready: { sessionId }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellMedicine)
  const [testResult, choose] = useState<TestResult>()
  const [wrong, mark] = useState(false)
  const save = () => {
    mark(!testResult)
    if (!testResult) return
    mutate({ id: newId(), sessionId, told: { kind: 'pregnancy-test', testResult } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="pregnancy"
      busy={isPending}
      refused={error}
      fault={wrong ? own.testFault : undefined}
      onSave={save}
    >
      <Choice
        label={own.test}
        size="glove"
        value={testResult}
        onChange={choose}
        options={testResults.map((value) => ({ value, words: own.testResult[value] }))}
      />
    </PlaceForm>
  )
}

/** EV-PDMP: what the state’s report comes to; the report itself stays in the state’s system. */
export function ReportPlace({ ready: { sessionId }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellMedicine)
  const [reportResult, choose] = useState<ReportResult>()
  const [wrong, mark] = useState(false)
  const save = () => {
    mark(!reportResult)
    if (!reportResult) return
    mutate({ id: newId(), sessionId, told: { kind: 'report', reportResult } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="report"
      busy={isPending}
      refused={error}
      fault={wrong ? own.reportFault : undefined}
      onSave={save}
    >
      <div className="ready-lines">
        <p className="tl-quiet-words">{own.reportLead}</p>
        <Choice
          label={own.report}
          size="glove"
          value={reportResult}
          onChange={choose}
          options={reportResults.map((value) => ({ value, words: own.reportResult[value] }))}
        />
      </div>
    </PlaceForm>
  )
}
