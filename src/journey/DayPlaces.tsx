import { type FormEvent, type ReactNode, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { momentAt } from '../course/wall.ts'
import { day as aDay, isoOf } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { newId, type AskRefused } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Ready } from './readyState.web.ts'
import { tellDay } from './told.contract.ts'
import { en as readyEn } from './words.ready.en.ts'
import { es as readyEs } from './words.ready.es.ts'
import { en as askedEn } from './words.asked.en.ts'
import { es as askedEs } from './words.asked.es.ts'
import { en } from './words.told.en.ts'
import { es } from './words.told.es.ts'

const words = { en, es }
const asked = { en: askedEn, es: askedEs }
const ready = { en: readyEn, es: readyEs }

export type PlaceProps = { ready: Ready; onDone: () => void }

type FormProps = {
  children: ReactNode
  of: keyof (typeof en)['saves'] | keyof (typeof askedEn)['saves']
  busy: boolean
  refused: AskRefused | null
  fault: string | undefined
  onSave: () => void
}

/** What is told at the bedside: a few fields, one button, and what is missing said beside them. */
export function PlaceForm({ children, of, busy, refused, fault, onSave }: FormProps) {
  const saves = { ...useWords(words).saves, ...useWords(asked).saves }
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className="ready-place" onSubmit={save} noValidate>
      {children}
      <Button type="submit" busy={busy}>
        {saves[of]}
      </Button>
      {fault && (
        <p className="tl-problem" role="alert">
          {fault}
        </p>
      )}
      <Refusal refused={refused} />
    </form>
  )
}

type WhenTyped = { day: 'today' | 'yesterday' | undefined; time: string }

/** When the client last ate, and last drank something clear, by the wall here. */
export function FastingPlace({ ready: { sessionId, now, timeZone }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [solid, typeSolid] = useState<WhenTyped>({ day: undefined, time: '' })
  const [clear, typeClear] = useState<WhenTyped>({ day: undefined, time: '' })
  const [wrong, mark] = useState(false)
  const save = () => {
    const [solidAt, clearAt] = [solid, clear].map((typed) => momentOf(typed, now, timeZone))
    mark(solidAt === undefined || clearAt === undefined)
    if (solidAt === undefined || clearAt === undefined) return
    const told = { kind: 'fasting', solidAt: isoOf(solidAt), clearAt: isoOf(clearAt) } as const
    mutate({ id: newId(), sessionId, told }, { onSuccess: onDone })
  }
  return (
    <>
      <p className="tl-quiet-words">{own.fastingHint}</p>
      <PlaceForm
        of="fasting"
        busy={isPending}
        refused={error}
        fault={wrong ? own.fastingFault : undefined}
        onSave={save}
      >
        <When label={own.solid} time={own.solidTime} typed={solid} onType={typeSolid} />
        <When label={own.clear} time={own.clearTime} typed={clear} onType={typeClear} />
      </PlaceForm>
    </>
  )
}

/** The moment, if it is one, and not later than now. */
export function momentOf({ day, time }: WhenTyped, now: number, timeZone: string): number | undefined {
  if (day === undefined) return undefined
  const at = momentAt(dayIn(day === 'today' ? now : now - aDay, timeZone), time, timeZone)
  return at !== undefined && at <= now ? at : undefined
}

type WhenProps = { label: string; time: string; typed: WhenTyped; onType: (typed: WhenTyped) => void }

function When({ label, time, typed, onType }: WhenProps) {
  const own = useWords(words)
  return (
    <div className="ready-when">
      <Choice
        label={label}
        value={typed.day}
        onChange={(day) => onType({ ...typed, day })}
        options={[
          { value: 'yesterday', words: own.yesterday },
          { value: 'today', words: own.today },
        ]}
      />
      <TextField
        label={time}
        type="time"
        value={typed.time}
        onChange={(at) => onType({ ...typed, time: at })}
      />
    </div>
  )
}

/** Until what hour someone stays: today's, or one after midnight that is not far. */
export function ClosingPlace({ ready: { sessionId, now, timeZone }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [until, type] = useState('')
  const [wrong, mark] = useState(false)
  const save = () => {
    const at = nextAt(until, now, timeZone)
    mark(at === undefined)
    if (at === undefined) return
    mutate({ id: newId(), sessionId, told: { kind: 'closing', untilAt: isoOf(at) } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="closing"
      busy={isPending}
      refused={error}
      fault={wrong ? own.untilFault : undefined}
      onSave={save}
    >
      <TextField label={own.until} type="time" value={until} onChange={type} />
    </PlaceForm>
  )
}

function nextAt(time: string, now: number, timeZone: string): number | undefined {
  const days = [now, now + aDay].map((moment) => momentAt(dayIn(moment, timeZone), time, timeZone))
  return days.find((at) => at !== undefined && at > now && at <= now + aDay / 2)
}

/** Measured on their feet; the sitting one stands above. */
export function StandingPlace({ ready: { sessionId }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mmHg } = useWords(ready)
  const { mutate, isPending, error } = useSend(tellDay)
  const [typed, type] = useState({ systolic: '', diastolic: '' })
  const [dizzy, say] = useState<'no' | 'yes'>()
  const [wrong, mark] = useState(false)
  const save = () => {
    const [systolicMmHg, diastolicMmHg] = [Number(typed.systolic), Number(typed.diastolic)]
    const fits = dizzy && diastolicMmHg >= 10 && systolicMmHg > diastolicMmHg && systolicMmHg <= 350
    mark(!fits)
    if (!fits) return
    const told = { kind: 'standing', systolicMmHg, diastolicMmHg, dizzy: dizzy === 'yes' } as const
    mutate({ id: newId(), sessionId, told }, { onSuccess: onDone })
  }
  const put = (half: keyof typeof typed) => (text: string) => type({ ...typed, [half]: text })
  return (
    <PlaceForm
      of="standing"
      busy={isPending}
      refused={error}
      fault={wrong ? own.standingFault : undefined}
      onSave={save}
    >
      <NumberField label={own.upper} digits={3} value={typed.systolic} onChange={put('systolic')} />
      <NumberField
        label={own.lower}
        digits={3}
        unit={mmHg}
        value={typed.diastolic}
        onChange={put('diastolic')}
      />
      <YesNo label={own.dizzy} value={dizzy} onChange={say} />
    </PlaceForm>
  )
}

type YesNoProps = {
  label: string
  value: 'no' | 'yes' | undefined
  onChange: (value: 'no' | 'yes') => void
}

export function YesNo({ label, value, onChange }: YesNoProps) {
  const own = useWords(words)
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: 'yes', words: own.yes },
        { value: 'no', words: own.no },
      ]}
    />
  )
}
