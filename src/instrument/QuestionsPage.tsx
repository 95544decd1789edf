import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { untouched } from './asking.ts'
import { Asking, type Begun } from './Asking.tsx'
import { AskingIntro } from './AskingIntro.tsx'
import './asking.css'
import { readAsking, type AskingNow } from './instrument.contract.ts'
import type { Answers } from './instrument.ts'
import type { Withheld } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Due = AskingNow['due'][number]

/** What is asked now: one question a screen, saved at each answer, read by people and never shown as a number. */
export function QuestionsPage() {
  const { me } = useHere()
  return (
    <ClientFrame current="today">
      <div className="tl-ask">{me.personId && <Questions personId={me.personId} />}</div>
    </ClientFrame>
  )
}

function Questions({ personId }: { personId: string }) {
  const { data, error } = useKept(readAsking, { personId })
  const outbox = useOutbox(`asking ${personId}`)
  const [begun, begin] = useState<Begun>()
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  if (begun) return <Asking begun={begun} now={data} outbox={outbox} personId={personId} />
  const due = data.due.find(({ instrument }) => !isSent(outbox, instrument.id))
  if (!due) return <NothingDue />
  const place = placeOf(due, outbox)
  return <AskingIntro due={due} now={data} begun={place.begun} onBegin={() => begin(place)} />
}

/** Handed in on this device and not yet taken by the server. */
const isSent = ({ waiting }: Outbox, instrumentId: string): boolean =>
  waiting.some(
    ({ path, input }) =>
      path.endsWith('/answers') && (input as { instrumentId: string }).instrumentId === instrumentId,
  )

/** Where this person is: what this device knows and has not sent yet comes before what the server knows. */
function placeOf({ instrument, draft }: Due, { waiting }: Outbox): Begun {
  const own = waiting
    .map(({ input }) => input as { id: string; instrumentId: string; answers: Answers; withheld: Withheld })
    .findLast(({ instrumentId }) => instrumentId === instrument.id)
  const last = own ?? draft
  if (!last) return { instrument, id: newId(), progress: untouched, begun: false }
  const { id, answers, withheld } = last
  return { instrument, id, progress: { answers, withheld }, begun: true }
}

function NothingDue() {
  const { none } = useWords(words)
  return (
    <>
      <h1>{none.title}</h1>
      <p className="tl-lead">{none.words}</p>
      <LinkButton href="/me">{none.home}</LinkButton>
    </>
  )
}
