import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { answeredIn, faultOf, untouched, type Answering } from './answering.ts'
import { openQuestions } from './arranging.ts'
import { stateFindings, type readClearance } from './clearance.contract.ts'
import { PressureForm } from './PressureForm.tsx'
import { QuestionField } from './QuestionField.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readClearance.reply>
type Props = { personId: string; read: Read }

/** What is still to ask, and to measure. */
export function AskForm({ personId, read }: Props) {
  const said = useWords(words)
  const open = openQuestions(read.findings)
  const asking = open.records.length + open.everyone.length > 0
  return (
    <section className="tl-decision-part">
      <h2>{asking ? said.groups.ask : said.pressure.title}</h2>
      {asking && <p className="tl-quiet-words">{said.ask.lead}</p>}
      <PressureForm personId={personId} careNow={read.careNow} />
      {asking && <Questions personId={personId} read={read} open={open} />}
    </section>
  )
}

/** The questions that are open, those the records raise first. Only what was answered is sent. */
function Questions({ personId, read, open }: Props & { open: ReturnType<typeof openQuestions> }) {
  const said = useWords(words).ask
  const { language } = usePlace()
  const sending = useSend(stateFindings)
  const [typed, type] = useState<Readonly<Record<string, Answering>>>({})
  const [marked, mark] = useState(false)
  const answered = answeredIn(typed, [...open.records, ...open.everyone])
  const hand = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (answered.length === 0 || answered.some(([, answering]) => faultOf(answering) !== null)) return
    const done = () => {
      mark(false)
      type({})
    }
    sending.mutate({ personId, answers: answered.map(toSend) }, { onSuccess: done })
  }
  const part = { read, typed, marked, onType: type }
  return (
    <form className="tl-ask" onSubmit={hand} noValidate>
      <Fields {...part} title={said.records} ids={open.records} />
      <Fields {...part} title={said.everyone} ids={open.everyone} />
      <Refusal refused={sending.error} />
      <Button type="submit" busy={sending.isPending}>
        {answered.length === 0 ? said.saveNone : plural(language, answered.length, said.save)}
      </Button>
      {marked && answered.length === 0 && <p role="alert">{said.nothing}</p>}
    </form>
  )
}

const toSend = ([question, { answer, on, note }]: [string, Answering]) => ({
  id: newId(),
  question,
  answer,
  on: answer === 'on' ? on : null,
  note: note.trim(),
})

type FieldsProps = {
  title: string
  ids: readonly string[]
  read: Read
  typed: Readonly<Record<string, Answering>>
  marked: boolean
  onType: (typed: Readonly<Record<string, Answering>>) => void
}

function Fields({ title, ids, read, typed, marked, onType }: FieldsProps) {
  if (ids.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {read.questions
        .filter(({ id }) => ids.includes(id))
        .map((question) => {
          const answering = typed[question.id] ?? untouched
          return (
            <QuestionField
              key={question.id}
              question={question}
              answering={answering}
              fault={marked ? faultOf(answering) : null}
              onChange={(next) => onType({ ...typed, [question.id]: next })}
            />
          )
        })}
    </>
  )
}
