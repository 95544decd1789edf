import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Steps } from '../platform/ui/Steps.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useBegunBeside, useDraft } from '../practice/useDraft.web.ts'
import type { ConsentNow } from './consent.contract.ts'
import type { ConsentDocument } from './document.ts'
import { StopHere } from './StopHere.tsx'
import { tellBack } from './teach.contract.ts'
import { en as readEn } from './words.en.ts'
import { es as readEs } from './words.es.ts'
import { en } from './words.teach.en.ts'
import { es } from './words.teach.es.ts'

const words = { en, es }
const readWords = { en: readEn, es: readEs }

type Said = ConsentNow['teachBack'][number]
type Props = {
  personId: string
  document: ConsentDocument
  now: ConsentNow
  step: { step: number; of: number }
  onNext: () => void
  onBack: () => void
}

/** The main points in their own words, each kept by itself: whoever stops here comes back to what they said. */
export function TeachStep({ personId, document, now, step, onNext, onBack }: Props) {
  const { own } = useWords(words)
  const { read } = useWords(readWords)
  const left = now.untaught.length
  const isLeft = left === 1 ? own.leftOne : fill(own.left, { n: left })
  return (
    <div className="tl-consent">
      <Steps {...step} title={own.title} />
      <p className="tl-lead">{own.lead}</p>
      <ol className="tl-consent-questions" lang={document.language}>
        {document.teachBack.map(({ id, question }) => {
          const said = now.teachBack.find((one) => one.question === id)
          return (
            <OneQuestion
              key={`${id} ${said?.answer?.id ?? ''}`}
              about={{ personId, question: id, documentVersion: document.version }}
              question={question}
              said={said}
            />
          )
        })}
      </ol>
      <DraftLine draft={fresh} />
      <p aria-live="polite">{left === 0 ? own.done : isLeft}</p>
      <div className="tl-row">
        {left === 0 && (
          <Button kind="act" onPress={onNext}>
            {own.toSign}
          </Button>
        )}
        <Button onPress={onBack}>{read.back}</Button>
        <StopHere />
      </div>
    </div>
  )
}

type About = { personId: string; question: string; documentVersion: string }
const fresh = { begun: false, waits: true }
const begunAs = ({ personId, question }: About) => `taught ${personId} ${question}`

type OneProps = { about: About; question: string; said: Said | undefined }

function OneQuestion({ about, question, said }: OneProps) {
  const [isOpen, open] = useState(useBegunBeside(begunAs(about), said?.answer?.words))
  return (
    <li>
      {said?.answer && !isOpen ? (
        <Kept question={question} said={said} onChange={() => open(true)} />
      ) : (
        <AnswerForm about={about} question={question} begin={said?.answer?.words ?? ''} />
      )}
    </li>
  )
}

function Kept({ question, said, onChange }: { question: string; said: Said; onChange: () => void }) {
  const { own } = useWords(words)
  const place = usePlace()
  const { answer, talk } = said
  if (!answer) return null
  const on = (at: number) => formatDate(at, place, 'date')
  return (
    <>
      <h2>{question}</h2>
      {answer.words && <p className="tl-own-words">{answer.words}</p>}
      {answer.heardBy !== null && (
        <p className="tl-quiet-words">{fill(own.heard, { name: answer.heardBy, day: on(answer.toldAt) })}</p>
      )}
      {talk && (
        <p className="tl-quiet-words">{fill(own.talked, { name: talk.byName, day: on(talk.talkedAt) })}</p>
      )}
      {answer.unsure && !talk && <p>{own.isUnsure}</p>}
      <Button kind="link" size="small" label={`${own.change}: ${question}`} onPress={onChange}>
        {own.change}
      </Button>
    </>
  )
}

function AnswerForm({ about, question, begin }: { about: About; question: string; begin: string }) {
  const { own } = useWords(words)
  const { mutateAsync, error, isPending } = useSend(tellBack)
  const [id] = useState(newId)
  const draft = useDraft(begunAs(about), { words: begin })
  const said = draft.said.words
  const [isMissing, miss] = useState(false)
  const tell = (unsure: boolean) => {
    const trimmed = said.trim()
    miss(trimmed === '' && !unsure)
    // What was kept may be on the page, in the place of this form, before its own answer is here. A refusal stands in the form.
    if (trimmed !== '' || unsure)
      mutateAsync({ ...about, id, words: trimmed, unsure }).then(draft.forget, () => undefined)
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    tell(false)
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={keep} noValidate>
      <TextArea
        label={question}
        ownWords
        rows={3}
        maxLength={2000}
        value={said}
        onChange={(words) => draft.say({ words })}
        error={isMissing && said.trim() === '' ? own.missing : undefined}
      />
      {(draft.begun || !draft.waits) && <DraftLine draft={draft} />}
      <Refusal refused={error} />
      <div className="tl-row">
        <Button type="submit" size="small" busy={isPending} label={`${own.keep}: ${question}`}>
          {own.keep}
        </Button>
        <Button
          kind="link"
          size="small"
          busy={isPending}
          label={`${own.unsure}: ${question}`}
          onPress={() => tell(true)}
        >
          {own.unsure}
        </Button>
      </div>
    </form>
  )
}
