import { type FormEvent, useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { ErrorSummary } from '../platform/ui/ErrorSummary.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Bounds } from './bounds.ts'
import { useSource } from './lineWords.web.ts'
import { useWithin, useSentence } from './ownWithin.web.ts'
import type { Beginning } from './ownBeginning.ts'
import {
  faultsIn,
  isSettable,
  partOf,
  settings,
  titleFaults,
  valuesOf,
  type OwnFault,
  type OwnValues,
  type Setting,
} from './own.ts'
import { isList, isOptional, readValues, typedOf } from './ownTyped.ts'
import type { InBoth, Protocol } from './protocol.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

type Props = {
  beginning: Beginning
  within: Bounds
  onRead: (read: { title: InBoth; values: OwnValues } | undefined) => void
}

/** The values that a practice may set, as typed; what is fixed says so in its place. */
export function OwnFields({ beginning, within, onRead }: Props) {
  const said = useWords(words)
  const { source } = beginning
  const form = useOwnForm({ beginning, within, onRead })
  const sentence = useSentence(source, within)
  const errorOf = (field: OwnFault['field']) => {
    const found = form.faults.find((fault) => fault.field === field)
    return found && sentence(found)
  }
  return (
    <form className="tl-own-fields" onSubmit={form.see} noValidate>
      <ErrorSummary errors={useErrors(form.faults, sentence)} />
      {(['en', 'es'] as const).map((language) => (
        <TextField
          key={language}
          id={`own-${titleFields[language]}`}
          label={said.fields[titleFields[language]]}
          maxLength={80}
          value={form.title[language]}
          onChange={(text) => form.name({ ...form.title, [language]: text })}
          error={errorOf(titleFields[language])}
        />
      ))}
      {settings.map((setting) => (
        <SettingField
          key={setting}
          setting={setting}
          source={source}
          within={within}
          value={form.typed[setting]}
          error={errorOf(setting)}
          onChange={(text) => form.type({ ...form.typed, [setting]: text })}
        />
      ))}
      <div className="tl-row">
        <Button type="submit">{said.see}</Button>
      </div>
    </form>
  )
}

const titleFields = { en: 'titleEn', es: 'titleEs' } as const

/** What is typed, and what is wrong with it; a change takes back what was read of it. */
function useOwnForm({ beginning: { source, before, others }, within, onRead }: Props) {
  const [typed, type] = useState(() => typedOf(valuesOf(before ?? source)))
  const [title, name] = useState<InBoth>(() => before?.title ?? { en: '', es: '' })
  const [faults, setFaults] = useState<readonly OwnFault[]>([])
  const see = (event: FormEvent) => {
    event.preventDefault()
    const read = readValues(typed)
    const named = { en: title.en.trim(), es: title.es.trim() }
    const wrong = read.faults.length > 0 ? read.faults : faultsIn(read.values, source, within)
    const found = [...titleFaults(named, others), ...wrong]
    setFaults(found)
    onRead(found.length === 0 ? { title: named, values: read.values } : undefined)
  }
  const undoing =
    <Typed,>(set: (next: Typed) => void) =>
    (next: Typed) => {
      set(next)
      onRead(undefined)
    }
  return { typed, title, faults, see, type: undoing(type), name: undoing(name) }
}

/** A new list each time the form is handed in, and the same one between. */
function useErrors(faults: readonly OwnFault[], sentence: (fault: OwnFault) => string) {
  const [kept, keep] = useState<{ faults: readonly OwnFault[]; errors: { id: string; error: string }[] }>({
    faults: [],
    errors: [],
  })
  if (kept.faults === faults) return kept.errors
  const errors = faults.map((fault) => ({ id: `own-${fault.field}`, error: sentence(fault) }))
  keep({ faults, errors })
  return errors
}

type FieldProps = {
  setting: Setting
  source: Protocol
  within: Bounds
  value: string
  error: string | undefined
  onChange: (text: string) => void
}

function SettingField({ setting, source, within, value, error, onChange }: FieldProps) {
  const said = useWords(words)
  const from = useSource()
  const bounds = useWithin(source, within)(setting)
  const label = said.fields[setting]
  const id = `own-${setting}`
  if (!isSettable(source, setting))
    return value === '' ? null : (
      <div className="tl-field">
        <p className="tl-label">{label}</p>
        <p>{fill(said.fixed, { value: `${value}${unitIn(setting, said)}` })}</p>
        <p className="tl-hint">{from(partOf[setting](source))}</p>
      </div>
    )
  const optional = isOptional(setting)
  const told = { sparserMinutes: said.sparserHint, thenMonths: said.monthsHint }[setting as string]
  const hint = [told ?? (isList(setting) ? said.listHint : ''), bounds].filter(Boolean).join(' ')
  if (isList(setting))
    return <TextField {...{ id, label, value, error, onChange, optional, hint }} maxLength={400} />
  return (
    <NumberField
      {...{ id, label, value, error, onChange, optional, hint }}
      unit={unitIn(setting, said).trim()}
      decimals={setting === 'solidHours' || setting === 'clearHours'}
    />
  )
}

function unitIn(setting: Setting, { units }: typeof en): string {
  if (setting === 'afterDoses') return ''
  if (setting === 'thenMonths') return ` ${units.months}`
  return ` ${setting.endsWith('Hours') ? units.hours : units.minutes}`
}
