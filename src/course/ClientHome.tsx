import { lazy, Suspense } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useSettled } from '../platform/http/useSettled.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ThreadGutter, ThreadItem } from '../platform/ui/thread/ThreadItem.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { Ahead } from './Ahead.tsx'
import './home.css'
import { readHome, type Home } from './home.contract.ts'
import { greetingOf } from './greeting.ts'
import { MyPeople } from './MyPeople.tsx'
import { OneThing } from './OneThing.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { Yours } from './Yours.tsx'

const words = { en, es }

/** Asked for while the page already stands: most people are held by nothing. */
const KindHold = lazy(() => import('../clearance/KindHold.tsx').then((part) => ({ default: part.KindHold })))

/** The client's first page: where they are on the thread, one thing now, what comes next, and their people. */
export function ClientHome() {
  const { me } = useHere()
  const asked = useAsk(readHome, { personId: me.personId ?? '' })
  const { error } = asked
  const data = useSettled(asked) ? asked.data : undefined
  return (
    <ClientFrame current="today">
      {data && <Page home={data} />}
      {!data && !error && <Loading />}
      {error && !data && <WithoutNetwork refused={error} />}
    </ClientFrame>
  )
}

function WithoutNetwork({ refused }: { refused: Parameters<typeof Refusal>[0]['refused'] }) {
  const { home } = useWords(words)
  return (
    <div className="tl-stack">
      <Refusal refused={refused} />
      <LinkButton href="/me/words/new">{home.writeAnyway}</LinkButton>
      <LinkButton href="/me/help">{home.help}</LinkButton>
    </div>
  )
}

function Page({ home }: { home: Home }) {
  const { me } = useHere()
  const lived = 'lived' in home.day ? home.day.lived : 0
  const hasBegun = home.courseId !== null
  return (
    <div className="tl-home">
      <ThreadGutter>
        <ThreadItem slack={hasBegun} loops={lived} then={pace(home)}>
          <Greeting home={home} />
        </ThreadItem>
        {home.day.kind !== 'under-way' && (
          <ThreadItem then={pace(home)} node="now">
            {home.helpIsOpen && <HelpFirst />}
            <Suspense>{me.personId && <KindHold personId={me.personId} />}</Suspense>
            <OneThing home={home} />
          </ThreadItem>
        )}
        <Ahead home={home} />
      </ThreadGutter>
      <Yours home={home} />
      <MyPeople home={home} />
    </div>
  )
}

/** Before anything else, until someone of the team has seen to it. */
function HelpFirst() {
  const { helpFirst } = useWords(words)
  return (
    <section className="tl-home-now" aria-labelledby="help-first">
      <h2 id="help-first">{helpFirst.title}</h2>
      <p>{helpFirst.words}</p>
      <LinkButton kind="act" wide href="tel:988">
        {helpFirst.call988}
      </LinkButton>
      <LinkButton wide href="/me/help">
        {helpFirst.more}
      </LinkButton>
    </section>
  )
}

/** How the thread runs on from here: slack before the first journey, a running stitch after it. */
const pace = ({ day, courseId }: Home): 'slack' | 'stitch' | 'ahead' => {
  if (courseId === null) return 'ahead'
  return 'lived' in day && day.lived > 0 ? 'stitch' : 'slack'
}

function Greeting({ home }: { home: Home }) {
  const { greeting } = useWords(words)
  const { me } = useHere()
  const place = usePlace()
  const { title, text, values } = home.held
    ? { ...greeting.held, values: {} }
    : greetingOf(home.day, greeting, home.earlier)
  return (
    <header className="tl-home-greeting">
      <p className="tl-quiet-words">{formatDate(home.careNow, place, 'weekday')}</p>
      <h1>{fill(title, { ...values, name: me.name })}</h1>
      <p>{fill(text, values)}</p>
    </header>
  )
}
