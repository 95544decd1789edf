import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { answeredIn, faultOf, untouched, type Answering } from './answering.ts'
import type { FieldsProps } from './asking.web.ts'
import { openAsks, type OpenAsks } from './arranging.ts'
import { stateFindings, type readClearance } from './clearance.contract.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { MeasuredForm } from './MeasuredForm.tsx'
import { PressureForm } from './PressureForm.tsx'
import { QuestionField } from './QuestionField.tsx'
import { toldAbout } from './toldAbout.ts'
import { topics } from './screening.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readClearance.reply>
type Props = { personId: string; read: Read }
const nothing: FieldsProps['typed'] = {}

/** What is still to ask, to measure and to have on file; and what was answered, to be asked again. */
export function AskForm({ personId, read }: Props) {
  const said = useWords(words)
  const open = openAsks(read.findings)
  const asking = open.questions.length + open.evidence.length > 0
  return (
    <section className="tl-decision-part">
      <h2>{asking ? said.groups.ask : said.pressure.title}</h2>
      {asking && <p className="tl-quiet-words">{said.ask.lead}</p>}
      <PressureForm personId={personId} careNow={read.careNow} needed={open.measures.includes('systolic')} />
      <MeasuredForm personId={personId} read={read} needed={open.measures} />
      {open.confirm.length > 0 && (
        <p>
          <a href={`/app/people/${personId}/history`}>{said.ask.confirm}</a>
        </p>
      )}
      <Questions personId={personId} read={read} open={open} />
    </section>
  )
}

/** The questions that are open, topic by topic, then the evidence, then what was answered already. Only what was answered is sent. */
function Questions({ personId, read, open }: Props & { open: OpenAsks }) {
  const { ask } = useWords(words)
  const { language } = usePlace()
  const { me } = useHere()
  const sending = useSend(stateFindings)
  const [typed, type, forget] = useTyped(`asking ${me.seatId} ${personId}`, nothing)
  const [again, askAgain] = useState<readonly string[]>([])
  const [marked, mark] = useState(false)
  const answered = answeredIn(typed, [...open.questions, ...open.evidence, ...again])
  const hand = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (answered.length === 0 || answered.some(([, answering]) => faultOf(answering) !== null)) return
    const done = () => {
      mark(false)
      askAgain([])
      forget()
    }
    const answers = answered.map((one) => toSend(one, read))
    sending.mutate({ personId, answers }, { onSuccess: done })
  }
  const part = { read, typed, marked, onType: type }
  return (
    <form className="tl-ask" onSubmit={hand} noValidate>
      <Topics {...part} open={open} />
      <EvidenceFields {...part} personId={personId} ids={open.evidence} />
      <Answered {...part} open={open} again={again} onAgain={(id) => askAgain([...again, id])} />
      <div className="tl-ask-end">
        <Refusal refused={sending.error} />
        {open.questions.length + open.evidence.length + again.length > 0 && (
          <Button type="submit" busy={sending.isPending}>
            {answered.length === 0 ? ask.saveNone : plural(language, answered.length, ask.save)}
          </Button>
        )}
        {marked && answered.length === 0 && <p role="alert">{ask.nothing}</p>}
      </div>
    </form>
  )
}

/** Sent with what the client had told, so that whatever they told after this page was read is still to be looked at. */
const toSend = ([question, { answer, on, note }]: [string, Answering], read: Read) => ({
  id: newId(),
  question,
  answer,
  on: answer === 'on' ? on : null,
  note: note.trim(),
  telling: toldAbout(read, question)?.id ?? null,
})

/** What records raise stands first, whatever it is about. */
function Topics({ open, ...part }: FieldsProps & { open: OpenAsks }) {
  const { ask } = useWords(words)
  const rest = open.questions.filter((id) => !open.raised.includes(id))
  const idsOf = (topic: (typeof topics)[number]) =>
    part.read.questions.filter((one) => one.topic === topic && rest.includes(one.id)).map(({ id }) => id)
  return (
    <>
      <Fields {...part} title={ask.records} ids={open.raised} />
      {topics.map((topic) => (
        <Fields key={topic} {...part} title={ask.topics[topic]} lead={ask.gently[topic]} ids={idsOf(topic)} />
      ))}
    </>
  )
}

function Fields({
  title,
  lead,
  ids,
  read,
  typed,
  marked,
  onType,
}: FieldsProps & { title: string; lead?: string | undefined; ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {lead && <p className="tl-quiet-words">{lead}</p>}
      {read.questions
        .filter(({ id }) => ids.includes(id))
        .map((question) => {
          const answering = typed[question.id] ?? untouched
          return (
            <QuestionField
              key={question.id}
              question={question}
              answering={answering}
              told={toldAbout(read, question.id)}
              fault={marked ? faultOf(answering) : null}
              onChange={(next) => onType({ ...typed, [question.id]: next })}
            />
          )
        })}
    </>
  )
}

type AnsweredProps = FieldsProps & {
  open: OpenAsks
  again: readonly string[]
  onAgain: (id: string) => void
}

/** What was answered already: it can be asked again, and then the new answer stands. */
function Answered({ open, again, onAgain, ...part }: AnsweredProps) {
  const { ask } = useWords(words)
  const { language } = usePlace()
  const settled = part.read.questions.filter(
    ({ id }) => !open.questions.includes(id) && part.read.answers.some(({ question }) => question === id),
  )
  if (settled.length === 0) return null
  const waiting = settled.filter(({ id }) => !again.includes(id))
  return (
    <Disclosure title={plural(language, settled.length, ask.answered)}>
      <Fields {...part} title={ask.anew} ids={again} />
      <ul className="tl-answered">
        {waiting.map((question) => (
          <li key={question.id}>
            <span>{question.ask[language]}</span>
            <Button size="small" onPress={() => onAgain(question.id)}>
              {ask.change}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
