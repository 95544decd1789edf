import { useState, type FormEvent } from 'react'
import { listKinds } from '../intake/list-said.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { ComboBox } from '../platform/ui/ComboBox.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useWrongFirst } from '../platform/ui/useWrongFirst.web.ts'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useDraft } from '../practice/useDraft.web.ts'
import { namesFor } from './medicineNames.ts'
import { ListTold, NothingTold } from './ListTold.tsx'
import { medicineBlank, medicineDraft, type OwnTelling } from './useOwnTelling.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as listEn } from './words.list.en.ts'
import { es as listEs } from './words.list.es.ts'

const words = { en, es }
const lists = { en: listEn, es: listEs }

/** Medicines and allergies, one at a time, in the client’s own words; what our list knows is offered while they write. */
export function MedicinesTold({ own, names }: { own: OwnTelling; names: readonly string[] }) {
  const said = useWords(words).medicines
  const list = useWords(lists)
  return (
    <>
      <h1>{said.title}</h1>
      <p className="tl-lead">{said.lead}</p>
      <ListTold own={own} />
      <Form own={own} names={names} />
      <NothingTold own={own} />
      <p>{said.goOn}</p>
      <p className="tl-quiet-words">{list.doctor}</p>
    </>
  )
}

function Form({ own, names }: { own: OwnTelling; names: readonly string[] }) {
  const said = useWords(words).medicines
  const draft = useDraft(medicineDraft, medicineBlank)
  const [marked, mark] = useState(false)
  // The list may be out of sight above.
  const [listed, list] = useState('')
  const { form, find } = useWrongFirst()
  const typed = draft.said
  const isEmpty = typed.words.trim() === ''
  const keep = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    find()
    if (isEmpty) return
    const whole = { kind: typed.kind, words: typed.words.trim(), dosage: typed.dosage.trim() }
    void own.tellMedicine(whole).then(() => {
      mark(false)
      list(whole.words)
      draft.forget()
    })
  }
  return (
    <form className="tl-history-question" ref={form} onSubmit={keep} noValidate>
      <Fields
        typed={typed}
        type={draft.say}
        names={names}
        error={marked && isEmpty ? said.missing : undefined}
      />
      <Button type="submit">{said.keep}</Button>
      <output>{isEmpty && listed !== '' && fill(said.listed, { name: listed })}</output>
      {!isEmpty && <DraftLine draft={draft} />}
    </form>
  )
}

type FieldsProps = {
  typed: typeof medicineBlank
  type: (typed: typeof medicineBlank) => void
  names: readonly string[]
  error: string | undefined
}

function Fields({ typed, type, names, error }: FieldsProps) {
  const said = useWords(words).medicines
  const found = typed.kind === 'medicine' ? namesFor(names, typed.words) : []
  const write = (next: string) => type({ ...typed, words: next })
  return (
    <>
      <Choice
        label={said.kind}
        options={listKinds.map((value) => ({ value, words: said.kinds[value] }))}
        value={typed.kind}
        onChange={(kind) => type({ ...typed, kind })}
      />
      <ComboBox
        label={said.names[typed.kind]}
        hint={typed.kind === 'medicine' ? said.hint : undefined}
        error={error}
        items={found.map((name) => ({ id: name, words: name }))}
        written={typed.words}
        onWrite={write}
        onChoose={write}
        nothing={said.nothing}
        freeWords
      />
      {typed.kind === 'medicine' && (
        <TextField
          label={said.dosage}
          hint={said.dosageHint}
          optional
          maxLength={200}
          value={typed.dosage}
          onChange={(dosage) => type({ ...typed, dosage })}
        />
      )}
    </>
  )
}
