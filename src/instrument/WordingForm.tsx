import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { FileField } from '../platform/ui/FileField.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Wording } from './instrument.ts'
import { loadWording, type WordingsNow } from './wording.contract.ts'
import { fieldsFor, readWordingFile } from './wordingTyped.ts'
import { en } from './words.wording.en.ts'
import { es } from './words.wording.es.ts'

const words = { en, es }

type Props = { instrument: WordingsNow['instruments'][number]; language: 'en' | 'es' }

export function WordingForm({ instrument, language }: Props) {
  const said = useWords(words)
  const form = useWordingForm({ instrument, language })
  return (
    <form onSubmit={form.save} noValidate>
      <FileField
        label={said.file}
        hint={said.fileHint}
        words={said.fileWords}
        accept="application/json,.json"
        chosen={form.chosen}
        error={form.isUnread ? said.fileWrong : undefined}
        onChange={(file) => void form.read(file)}
      />
      <Fields wording={form.wording} type={form.type} missing={form.missing} />
      <TextField
        label={said.licence}
        hint={said.licenceHint}
        value={form.licence}
        maxLength={300}
        error={form.missing(form.licence)}
        onChange={form.license}
      />
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

function useWordingForm({ instrument, language }: Props) {
  const said = useWords(words)
  const own = instrument.own.find((each) => each.language === language)
  const [wording, type] = useState(() => fieldsFor(instrument, own?.wording))
  const [licence, license] = useState('')
  const [tried, setTried] = useState(false)
  const [file, setFile] = useState<{ name: string; read: boolean }>()
  const { mutate, error, isPending, isSuccess, submittedAt } = useSend(loadWording)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWhole(wording) && licence.trim() !== '')
      mutate({ id: newId(), instrumentId: instrument.id, language, wording: sendable(wording), licence })
  }
  const read = async (chosen: File) => {
    const found = readWordingFile(await chosen.text(), instrument)
    setFile({ name: chosen.name, read: found !== undefined })
    if (found) type(found)
  }
  return {
    wording,
    type,
    licence,
    license,
    save,
    read,
    error,
    isPending,
    chosen: file?.name,
    isUnread: file?.read === false,
    missing: (value: string) => (tried && value.trim() === '' ? said.missing : undefined),
    saved: isSuccess ? ({ state: 'saved', at: submittedAt } as const) : ({ state: 'nothing' } as const),
  }
}

/** The line above the questions may be empty; every other word is needed. */
const isWhole = ({ title, items, options }: Wording): boolean =>
  [title, ...Object.values(items), ...Object.values(options).flat()].every((value) => value.trim() !== '')

const sendable = ({ options, ...wording }: Wording) => ({
  ...wording,
  items: { ...wording.items },
  bands: {},
  options: Object.fromEntries(Object.entries(options).map(([name, list]) => [name, [...list]])),
})

type FieldsProps = {
  wording: Wording
  type: (wording: Wording) => void
  missing: (value: string) => string | undefined
}

function Fields({ wording, type, missing }: FieldsProps) {
  const said = useWords(words)
  const { title, stem, items, options } = wording
  const field = (label: string, value: string, onChange: (value: string) => void) => (
    <TextField
      key={label}
      label={label}
      value={value}
      maxLength={600}
      error={missing(value)}
      onChange={onChange}
    />
  )
  return (
    <div className="tl-wording-fields">
      {field(said.heading, title, (value) => type({ ...wording, title: value }))}
      <TextField
        label={said.stem}
        optional
        value={stem}
        maxLength={600}
        onChange={(value) => type({ ...wording, stem: value })}
      />
      {Object.entries(items).map(([id, value]) =>
        field(fill(said.item, { id }), value, (next) =>
          type({ ...wording, items: { ...items, [id]: next } }),
        ),
      )}
      {Object.entries(options).flatMap(([name, list]) =>
        list.map((value, at) =>
          field(fill(said.option, { name, n: at + 1 }), value, (next) =>
            type({ ...wording, options: { ...options, [name]: list.with(at, next) } }),
          ),
        ),
      )}
    </div>
  )
}
