import { KindHold } from '../clearance/KindHold.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
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

const words = { en, es }

/** The client's first page: where they are on the thread, one thing now, what comes next, and their people. */
export function ClientHome() {
  const { me } = useHere()
  const { data, error } = useAsk(readHome, { personId: me.personId ?? '' })
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
            {me.personId && <KindHold personId={me.personId} />}
            <OneThing home={home} />
          </ThreadItem>
        )}
        <Ahead home={home} />
      </ThreadGutter>
      <MyPeople home={home} />
    </div>
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
  const { title, text, values } = greetingOf(home.day, greeting)
  return (
    <header className="tl-home-greeting">
      <p className="tl-quiet-words">{formatDate(home.careNow, place, 'weekday')}</p>
      <h1>{fill(title, { ...values, name: me.name })}</h1>
      <p>{fill(text, values)}</p>
    </header>
  )
}
