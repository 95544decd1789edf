import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import type { ConsentNow } from './consent.contract.ts'
import { talkThrough, tellBack } from './teach.contract.ts'
import { en } from './words.teach.en.ts'
import { es } from './words.teach.es.ts'

const words = { en, es }

type Said = ConsentNow['teachBack'][number]
type Doing = { readonly question: string; readonly asked: string; readonly answerId?: string }

/** What the client said in their own words, for the team: who wrote it, what was not clear, and that it was talked about. */
export function TeachPanel({ personId, now }: { personId: string; now: ConsentNow }) {
  const { panel } = useWords(words)
  const document = now.documents[useLanguage()]
  const [writing, write] = useState<Doing>()
  const [talking, talk] = useState<Doing>()
  return (
    <section className="tl-consent-taught" aria-labelledby="taught">
      <h3 id="taught">{panel.title}</h3>
      <p className="tl-quiet-words">{panel.hint}</p>
      <ol className="tl-consent-questions">
        {document.teachBack.map(({ id, question: asked }) => (
          <OneSaid key={id} {...{ now, asked }} question={id} onWrite={write} onTalk={talk} />
        ))}
      </ol>
      {writing && (
        <WriteDown
          {...{ personId }}
          doing={writing}
          version={document.version}
          onClose={() => write(undefined)}
        />
      )}
      {talking && <TalkDown {...{ personId }} doing={talking} onClose={() => talk(undefined)} />}
    </section>
  )
}

type OneProps = {
  now: ConsentNow
  question: string
  asked: string
  onWrite: (doing: Doing) => void
  onTalk: (doing: Doing) => void
}

function OneSaid({ now, question, asked, onWrite, onTalk }: OneProps) {
  const { panel } = useWords(words)
  const said = now.teachBack.find((one) => one.question === question)
  const { can, window, untaught } = now
  const answerId = said?.answer?.id
  return (
    <li>
      <h4>{asked}</h4>
      <SaidLine said={said} waits={untaught.includes(question)} />
      {window.open && (
        <div className="tl-row">
          {can.teach && (
            <Button
              size="small"
              label={`${panel.write}: ${asked}`}
              onPress={() => onWrite({ question, asked })}
            >
              {panel.write}
            </Button>
          )}
          {can.talk && answerId && (
            <Button
              size="small"
              label={`${panel.talk}: ${asked}`}
              onPress={() => onTalk({ question, asked, answerId })}
            >
              {panel.talk}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function SaidLine({ said, waits }: { said: Said | undefined; waits: boolean }) {
  const { panel } = useWords(words)
  if (!said?.answer)
    return (
      <p className="tl-consent-waits">
        <Mark state="waiting" /> {panel.none}
      </p>
    )
  const { answer, talk } = said
  return (
    <>
      {answer.words && <p className="tl-own-words">{answer.words}</p>}
      <ByWhom answer={answer} />
      {answer.unsure && (
        <p className="tl-consent-waits">
          <Mark state={waits ? 'waiting' : 'met'} /> {panel.unsure}. {waits && panel.waits}
        </p>
      )}
      {talk && <Talked talk={talk} />}
    </>
  )
}

function ByWhom({ answer: { heardBy, toldAt } }: { answer: NonNullable<Said['answer']> }) {
  const { panel } = useWords(words)
  const day = formatDate(toldAt, usePlace(), 'date')
  return (
    <p className="tl-quiet-words">
      {heardBy === null ? fill(panel.self, { day }) : fill(panel.heard, { name: heardBy, day })}
    </p>
  )
}

function Talked({ talk: { byName, talkedAt, note } }: { talk: NonNullable<Said['talk']> }) {
  const { panel } = useWords(words)
  const day = formatDate(talkedAt, usePlace(), 'date')
  return (
    <p className="tl-quiet-words">
      {fill(panel.talked, { name: byName, day })}
      {note && `: ${note}`}
    </p>
  )
}

type DownProps = { personId: string; doing: Doing; onClose: () => void }

/** Said aloud: their words, by the hand of whoever hears them. */
function WriteDown({ personId, doing, version, onClose }: DownProps & { version: string }) {
  const { panel } = useWords(words)
  const { mutate, error, isPending } = useSend(tellBack)
  const [id] = useState(newId)
  const [said, say] = useState('')
  const [unsure, doubt] = useState(false)
  const [isMissing, miss] = useState(false)
  const keep = () => {
    const trimmed = said.trim()
    miss(trimmed === '' && !unsure)
    if (trimmed === '' && !unsure) return
    const told = { personId, id, question: doing.question, documentVersion: version, words: trimmed, unsure }
    mutate(told, { onSuccess: onClose })
  }
  return (
    <Dialog open onClose={onClose} title={doing.asked}>
      <div className="tl-stack">
        <TextArea
          label={panel.words}
          ownWords
          rows={3}
          maxLength={2000}
          value={said}
          onChange={say}
          error={isMissing && said.trim() === '' && !unsure ? panel.missing : undefined}
        />
        <Checkbox checked={unsure} onChange={doubt}>
          {panel.isUnsure}
        </Checkbox>
        <Refusal refused={error} />
        <Button kind="act" busy={isPending} onPress={keep}>
          {panel.keep}
        </Button>
      </div>
    </Dialog>
  )
}

function TalkDown({ personId, doing, onClose }: DownProps) {
  const { panel } = useWords(words)
  const { mutate, error, isPending } = useSend(talkThrough)
  const [id] = useState(newId)
  const [note, say] = useState('')
  const keep = () =>
    mutate({ personId, id, answerId: doing.answerId ?? '', note: note.trim() }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={panel.talk}>
      <div className="tl-stack">
        <p>{doing.asked}</p>
        <TextArea label={panel.note} rows={3} maxLength={2000} value={note} onChange={say} />
        <Refusal refused={error} />
        <Button kind="act" busy={isPending} onPress={keep}>
          {panel.talk}
        </Button>
      </div>
    </Dialog>
  )
}
