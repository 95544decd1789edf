import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { OutboxNotes } from '../integration/OutboxNotes.tsx'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './telling.css'
import { TellingField } from './TellingField.tsx'
import type { TellingNow } from './telling.contract.ts'
import { useOwnTelling, type OwnTelling } from './useOwnTelling.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const MedicinesTold = lazy(() =>
  import('./MedicinesTold.tsx').then((part) => ({ default: part.MedicinesTold })),
)

/** By its place: no word in an address says what it is about. */
type Props = { params: { topic: string } }

/** The questions of one topic. What may hurt to be asked is announced, and opens only when it is opened. */
export function TopicPage({ params }: Props) {
  const said = useWords(words)
  const { me } = useHere()
  const own = useOwnTelling(me.personId ?? '')
  const topic = own.now?.topics[Number(params.topic) - 1]
  const isMedicines = own.now !== undefined && Number(params.topic) === own.now.topics.length + 1
  return (
    <ClientFrame current="today">
      <div className="tl-history">
        <LinkButton kind="link" size="small" href="/me/history" icon={<Icon name="back" />}>
          {said.all}
        </LinkButton>
        {own.now && isMedicines ? (
          <Medicines own={own} now={own.now} />
        ) : own.now && topic ? (
          <Topic key={topic.id} own={own} now={own.now} topic={topic} />
        ) : own.error ? (
          <Refusal refused={own.error} />
        ) : own.now ? (
          <p>{said.noSuchTopic}</p>
        ) : (
          <Loading />
        )}
      </div>
    </ClientFrame>
  )
}

function Medicines({ own, now }: { own: OwnTelling; now: TellingNow }) {
  const said = useWords(words)
  return (
    <>
      <OutboxNotes outbox={own.outbox} />
      <Suspense fallback={<Loading />}>
        <MedicinesTold own={own} names={now.names} />
      </Suspense>
      <LinkButton href="/me/history">{said.all}</LinkButton>
    </>
  )
}

type TopicProps = { own: OwnTelling; now: TellingNow; topic: TellingNow['topics'][number] }

function Topic({ own, now, topic }: TopicProps) {
  const { language } = usePlace()
  const asked = now.questions.filter((question) => question.topic === topic.id)
  const begun = asked.some(({ id }) => (own.told.get(id)?.answer ?? 'in-person') !== 'in-person')
  const [opened, open] = useState(topic.announced === null || begun)
  return (
    <>
      <h1>{topic.title[language]}</h1>
      <OutboxNotes outbox={own.outbox} />
      {opened ? (
        <Asked own={own} now={now} topic={topic} asked={asked} />
      ) : (
        <Announced own={own} topic={topic} asked={asked} onOpen={() => open(true)} />
      )}
    </>
  )
}

type Questions = readonly TellingNow['questions'][number][]

function Announced({
  own,
  topic,
  asked,
  onOpen,
}: Omit<TopicProps, 'now'> & { asked: Questions; onOpen: () => void }) {
  const said = useWords(words)
  const { language } = usePlace()
  const open = asked.filter(({ id }) => !own.told.has(id))
  const left = useRef<HTMLOutputElement>(null)
  const [isLeft, note] = useState(false)
  useEffect(() => {
    if (isLeft) left.current?.focus()
  }, [isLeft])
  const leave = () =>
    own
      .tell(open.map(({ id }) => ({ question: id, answer: 'in-person', on: null, words: '' })))
      .then(() => note(true))
  return (
    <>
      <p className="tl-lead">{topic.announced?.[language]}</p>
      <div className="tl-stack">
        <Button kind="act" wide onPress={onOpen}>
          {said.announced.open}
        </Button>
        {open.length > 0 ? (
          <Button wide onPress={() => void leave()}>
            {said.announced.leave}
          </Button>
        ) : (
          <output ref={left} tabIndex={-1}>
            {said.announced.left}
          </output>
        )}
        <LinkButton kind="link" href="/me/history">
          {said.announced.later}
        </LinkButton>
      </div>
    </>
  )
}

function Asked({ own, now, topic, asked }: TopicProps & { asked: Questions }) {
  const said = useWords(words)
  const { language } = usePlace()
  const start = useRef<HTMLParagraphElement>(null)
  const isAnnounced = topic.announced !== null
  // Whoever opened an announced group goes on at its beginning, and not at the top of the page.
  useEffect(() => {
    if (isAnnounced) start.current?.focus()
  }, [isAnnounced])
  useEffect(beginAtQuestion, [])
  const place = now.topics.indexOf(topic) + 1
  const next = now.topics[place]
  return (
    <>
      <p className="tl-lead" ref={start} tabIndex={-1}>
        {topic.lead[language]} {said.skip}
      </p>
      {asked.map((question, at) => (
        <TellingField
          key={question.id}
          id={`q${at + 1}`}
          question={question}
          told={own.told.get(question.id)}
          onAnswer={(answer) => own.tellAnswer(question.id, answer)}
          onTell={(one) => own.tell([{ ...one, question: question.id }])}
        />
      ))}
      <p className="tl-quiet-words">{said.kept}</p>
      <div className="tl-row">
        <LinkButton href={`/me/history/${place + 1}`}>
          {said.next(next ? next.title[language] : said.medicines.title)}
        </LinkButton>
        <LinkButton href="/me/history">{said.all}</LinkButton>
      </div>
    </>
  )
}

/** Whoever comes for one question begins there, once the new page has taken the focus. By its place, not by what it asks. */
function beginAtQuestion() {
  const { hash } = window.location
  if (!/^#q\d+$/.test(hash)) return undefined
  const soon = setTimeout(() => document.querySelector<HTMLElement>(`${hash} fieldset`)?.focus())
  return () => clearTimeout(soon)
}
