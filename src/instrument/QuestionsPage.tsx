import { useEffect, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSettled } from '../platform/http/useSettled.web.ts'
import { useChooseLanguage, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { languages } from '../platform/i18n/language.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { leaveOldSteps } from '../platform/ui/steps.web.ts'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { untouched } from './asking.ts'
import { Asking } from './Asking.tsx'
import { AskingIntro } from './AskingIntro.tsx'
import { useAskingLook } from './askingLook.web.ts'
import { AskingLookChoice } from './AskingLookChoice.tsx'
import './asking.css'
import { readAsking, type AskingNow } from './instrument.contract.ts'
import type { Answers, Instrument } from './instrument.ts'
import type { Language, Withheld } from './response.ts'
import type { Begun } from './useAsking.web.ts'
import { suicideScreen } from './screen.ts'
import { isWorded } from './ownWords.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Due = AskingNow['due'][number]

/** What is asked now: one question a screen or all in a list, saved at each answer, read by people and never shown as a number. */
export function QuestionsPage() {
  const { me } = useHere()
  const [look, onLook] = useAskingLook()
  useEffect(leaveOldSteps, [])
  return (
    <ClientFrame current="today">
      <div className={look.letters === 'large' ? 'tl-ask tl-ask-large' : 'tl-ask'}>
        {me.personId && <Questions personId={me.personId} look={look} onLook={onLook} />}
      </div>
    </ClientFrame>
  )
}

type Props = { personId: string } & Parameters<typeof AskingLookChoice>[0]

function Questions({ personId, look, onLook }: Props) {
  const known = useKept(readAsking, { personId })
  const { data, error } = known
  const isSettled = useSettled(known)
  const outbox = useOutbox(`asking ${personId}`)
  const language = useLanguage()
  const [begun, begin] = useState<Begun>()
  const [isOpened, open] = useState(false)
  const [putOff, putThisOff] = useState<readonly string[]>([])
  if (!data || !isSettled) return error ? <Refusal refused={error} /> : <Loading />
  const here = { outbox, language, begun, isOpened, putOff }
  const { due, others, screen, inPerson, elsewhere } = whatIsAsked(data, here)
  const goOn = (opened: boolean) => () => {
    open(opened)
    begin(undefined)
  }
  const seat = { now: data, outbox, personId }
  if (begun)
    return (
      <Asking
        {...seat}
        key={begun.id}
        begun={begun}
        onAnew={(anew) => begin(begunAnew(begun.instrument, anew))}
        pace={look.pace}
        onNext={others.length > 0 ? goOn(false) : undefined}
        onScreen={screen && goOn(true)}
        opened={isOpened || begun.instrument.id === suicideScreen}
      />
    )
  if (!due) return <NothingDue inPerson={inPerson} elsewhere={elsewhere} />
  const place = placeOf(due, outbox, language)
  return (
    <AskingIntro
      {...seat}
      key={due.instrument.id}
      due={due}
      begun={place.begun}
      onBegin={() => begin(place)}
      onPutOff={() => putThisOff([...putOff, occasionOf(due)])}
    >
      <AskingLookChoice look={look} onLook={onLook} />
      {inPerson && <InPerson />}
    </AskingIntro>
  )
}

interface Here {
  readonly outbox: Outbox
  readonly language: Language
  readonly begun: Begun | undefined
  /** An answer a moment ago opened the suicide screen. */
  readonly isOpened: boolean
  /** Said "not this time" a moment ago, which the server's last answer does not know of yet. */
  readonly putOff: readonly string[]
}

const occasionOf = ({ instrument, since }: Due): string => `${instrument.id} ${since}`

/** What comes next, and what is left for a person to ask. */
function whatIsAsked(data: AskingNow, { outbox, language, begun, isOpened, putOff }: Here) {
  const unsent = data.due.filter(
    (due) => !isSent(outbox, due.instrument.id) && !putOff.includes(occasionOf(due)),
  )
  const open = unsent.filter(({ instrument }) => isWorded(instrument, language))
  const screen = data.screen && isWorded(data.screen, language) ? data.screen : undefined
  return {
    due: isOpened && screen ? dueOf(screen, open) : open[0],
    others: open.filter(({ instrument }) => instrument.id !== begun?.instrument.id),
    screen,
    inPerson: data.together > 0 || open.length < unsent.length,
    elsewhere: languages.find(({ code }) => unsent.some(({ instrument }) => isWorded(instrument, code)))
      ?.code,
  }
}

const closing = ['/answers', '/asking/refused']

/** Handed in, or put off, on this device and not yet taken by the server. */
const isSent = ({ waiting }: Outbox, instrumentId: string): boolean =>
  waiting.some(
    ({ path, input }) =>
      closing.some((end) => path.endsWith(end)) &&
      (input as { instrumentId: string }).instrumentId === instrumentId,
  )

interface Sheet {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion?: string
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
}

/**
 * Where this person is: what this device knows and has not sent yet comes before what the server knows. It goes on in the
 * language that it was begun in, as long as there are words in it.
 */
function placeOf({ instrument, draft }: Due, { waiting }: Outbox, language: Language): Begun {
  const own = waiting
    .filter(({ path }) => path.endsWith('/draft'))
    .map(({ input }) => input as Sheet)
    // What was begun on an earlier version is sent as it is, and not gone on with as another form.
    .findLast(
      ({ instrumentId, instrumentVersion = instrument.version }) =>
        instrumentId === instrument.id && instrumentVersion === instrument.version,
    )
  const last = own ?? draft
  if (!last || !isWorded(instrument, last.language)) return begunAnew(instrument, language)
  const { id, answers, withheld, language: begunIn } = last
  return { instrument, id, language: begunIn, progress: { answers, withheld }, begun: true }
}

const begunAnew = (instrument: Instrument, language: Language): Begun => ({
  instrument,
  id: newId(),
  language,
  progress: untouched,
  begun: false,
})

/** Opened by an answer a moment ago, which the server may not know of yet; it may also be due by itself. */
const dueOf = (screen: Due['instrument'], open: readonly Due[]): Due => ({
  ...(open.find(({ instrument }) => instrument.id === screen.id) ?? {
    instrument: screen,
    since: 0,
    told: null,
    draft: null,
  }),
  occasion: 'same-sitting',
})

/** Too much for a form alone, or not in this language: asked kindly, by a person. */
function InPerson() {
  const { none } = useWords(words)
  return <p>{none.inPerson}</p>
}

/** What is due has words in the other language alone: neither hidden nor translated by us; the choice is the client's. */
function Elsewhere({ language }: { language: Language }) {
  const { none } = useWords(words)
  const choose = useChooseLanguage()
  return (
    <>
      <h1>{none.elsewhere.title}</h1>
      <p className="tl-lead">{none.elsewhere.words}</p>
      <p>{none.elsewhere.orInPerson}</p>
      <Button kind="act" onPress={() => choose(language)}>
        <span lang={language}>{none.elsewhere.show}</span>
      </Button>
      <LinkButton href="/me">{none.home}</LinkButton>
    </>
  )
}

function NothingDue({ inPerson, elsewhere }: { inPerson: boolean; elsewhere: Language | undefined }) {
  const { none } = useWords(words)
  if (elsewhere) return <Elsewhere language={elsewhere} />
  return (
    <>
      <h1>{none.title}</h1>
      <p className="tl-lead">{none.words}</p>
      {inPerson && <InPerson />}
      <LinkButton href="/me">{none.home}</LinkButton>
    </>
  )
}
