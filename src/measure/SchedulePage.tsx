import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './schedule.css'
import { readSchedule, setSchedule, type ScheduleNow } from './schedule.contract.ts'
import { ScheduleLine } from './ScheduleLine.tsx'
import { faultsInSetting, type SettingFault } from './setting.ts'
import { askingOf, newLine, typedOf, type Typed } from './settingTyped.ts'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.schedule.en.ts'
import { es } from './words.schedule.es.ts'

const words = { en, es }

/** The practice's own times. Each change is a new version; what was asked before stays as it was. */
export function SchedulePage() {
  const said = useWords(words)
  const { data, error } = useAsk(readSchedule, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-schedule">
        <h1>{said.page}</h1>
        <p className="tl-lead">{said.lead}</p>
        <p>{said.rules}</p>
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data && <ScheduleForm now={data} />}
      </div>
    </StaffFrame>
  )
}

function ScheduleForm({ now }: { now: ScheduleNow }) {
  const said = useWords(words)
  const language = useLanguage()
  const called = useCalled()
  const form = useScheduleForm(now)
  const whole = form.faults.filter(({ line }) => line === null)
  return (
    <form onSubmit={form.save} noValidate>
      <p>{now.usual ? said.usual : said.ownSchedule}</p>
      {now.silent.length > 0 && (
        <p className="tl-quiet-words">
          {fill(said.silent, { names: listed(language, now.silent.map(called)) })}
        </p>
      )}
      <ol className="tl-schedule-lines">
        {form.lines.map((line, place) => (
          <ScheduleLine
            key={line.id}
            place={place}
            line={line}
            source={now.lines.find(({ id }) => id === line.id)?.source ?? null}
            instruments={now.instruments}
            faults={form.faults.filter((fault) => fault.line === place)}
            onChange={(next) => form.change(form.lines.with(place, next))}
            onTakeOut={() => form.change(form.lines.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <Button size="small" onPress={() => form.change([...form.lines, newLine(newId())])}>
        {said.add}
      </Button>
      {whole.map(({ fault }) => (
        <p key={fault} role="alert">
          {said.faults[fault]}
        </p>
      ))}
      <Refusal refused={form.error} />
      <div className="tl-row">
        <Button type="submit" kind="act" busy={form.isPending}>
          {said.save}
        </Button>
        <SavedLine saved={form.saved} />
      </div>
    </form>
  )
}

function useScheduleForm(now: ScheduleNow) {
  const [lines, change] = useState<readonly Typed[]>(() => now.lines.map(typedOf))
  const [faults, setFaults] = useState<readonly SettingFault[]>([])
  const { mutate, error, isPending, isSuccess, submittedAt } = useSend(setSchedule)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const asked = lines.map(askingOf)
    const found = faultsInSetting(asked, new Set(now.instruments.map(({ id }) => id)))
    setFaults(found)
    if (found.length > 0) return
    mutate({
      id: newId(),
      lines: asked.map((line) => ({ ...line, instruments: [...line.instruments] })),
    })
  }
  const saved = isSuccess ? ({ state: 'saved', at: submittedAt } as const) : ({ state: 'nothing' } as const)
  return { lines, change, faults, save, error, isPending, saved }
}
