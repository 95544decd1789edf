import { useState, type FormEvent } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { noDate, PartialDate, partialDateOf } from '../platform/ui/PartialDate.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import './intake.css'
import { recordTold } from './intake.contract.ts'
import { toldKinds, type ToldKind } from './told-here.ts'
import { isWhen } from './when.ts'
import { en } from './words.told.en.ts'
import { es } from './words.told.es.ts'

const words = { en, es }

const nothing = { kind: 'medicine' as ToldKind, words: '', dosage: '', from: noDate }
type Typed = typeof nothing

/** What came with no file is written down as it was told: a medicine, an illness, an allergy. */
export function ToldForm({ personId }: { personId: string }) {
  const said = useWords(words)
  const { me } = useHere()
  const sending = useSend(recordTold)
  const [typed, type, forget] = useTyped(`told ${me.seatId} ${personId}`, nothing)
  const [marked, mark] = useState(false)
  const from = partialDateOf(typed.from)
  const wrong = from !== '' && !isWhen(from)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (typed.words.trim() === '' || wrong) return
    const told = { words: typed.words.trim(), dosage: typed.kind === 'medicine' ? typed.dosage.trim() : '' }
    const done = () => {
      mark(false)
      forget()
    }
    sending.mutate(
      { personId, id: newId(), kind: typed.kind, ...told, from: from === '' ? null : from },
      { onSuccess: done },
    )
  }
  return (
    <section>
      <Disclosure title={said.title}>
        <form className="tl-stack" onSubmit={hand} noValidate>
          <p className="tl-quiet-words">{said.lead}</p>
          <Fields typed={typed} type={type} marked={marked} wrong={wrong} />
          <Refusal refused={sending.error} />
          <Button type="submit" busy={sending.isPending}>
            {said.save}
          </Button>
        </form>
      </Disclosure>
    </section>
  )
}

type FieldsProps = { typed: Typed; type: (typed: Typed) => void; marked: boolean; wrong: boolean }

function Fields({ typed, type, marked, wrong }: FieldsProps) {
  const said = useWords(words)
  return (
    <>
      <Choice
        label={said.kind}
        options={toldKinds.map((value) => ({ value, words: said.kinds[value] }))}
        value={typed.kind}
        onChange={(kind) => type({ ...typed, kind })}
      />
      <TextField
        label={said.words[typed.kind]}
        value={typed.words}
        error={marked && typed.words.trim() === '' ? said.missing : undefined}
        onChange={(next) => type({ ...typed, words: next })}
      />
      {typed.kind === 'medicine' && (
        <TextField
          label={said.dosage}
          optional
          value={typed.dosage}
          onChange={(dosage) => type({ ...typed, dosage })}
        />
      )}
      {typed.kind !== 'allergy' && (
        <PartialDate
          words={said.since}
          value={typed.from}
          error={marked && wrong ? said.wrong : undefined}
          onChange={(next) => type({ ...typed, from: next })}
        />
      )}
    </>
  )
}
