import { lazy, Suspense } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { doorOf } from './doors.ts'
import { useLater } from './later.web.ts'
import type { Home } from './home.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const LogHere = lazy(() => import('../integration/LogHere.tsx').then((part) => ({ default: part.LogHere })))

type Thing = Home['things'][number]

const keyOf = (thing: Thing): string =>
  [thing.kind, 'insightId' in thing ? thing.insightId : 'exerciseId' in thing ? thing.exerciseId : '']
    .join(' ')
    .trim()

/** Which day it is there: only to tell one from the next. */
const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' }).format(at)

/** One thing now, or none. It can always wait until tomorrow, and no reason is asked. */
export function OneThing({ home }: { home: Home }) {
  const { home: said } = useWords(words)
  const { isLater, later } = useLater(dayOf(home.careNow, usePlace().timeZone))
  const thing = home.things.find((one) => one.kind === 'today' || !isLater(keyOf(one)))
  if (!thing) return <Nothing home={home} />
  return (
    <section className="tl-home-now" aria-labelledby="now" key={keyOf(thing)}>
      <p className="tl-kicker">{said.now}</p>
      <Offered thing={thing} home={home} />
      {thing.kind !== 'rest' && thing.kind !== 'today' && (
        <Button kind="link" size="small" onPress={() => later(keyOf(thing))}>
          {said.later}
        </Button>
      )}
    </section>
  )
}

function Nothing({ home }: { home: Home }) {
  const { home: said } = useWords(words)
  return (
    <section className="tl-home-now" aria-labelledby="now">
      <p className="tl-kicker">{said.now}</p>
      <h2 id="now">{said.nothing}</h2>
      <p>{home.courseId === null ? said.nothingYet : said.nothingWords}</p>
      {home.courseId !== null && (
        <LinkButton size="small" href="/me/words/new" icon={<Icon name="pen" />}>
          {said.write}
        </LinkButton>
      )}
    </section>
  )
}

function Offered({ thing, home }: { thing: Thing; home: Home }) {
  const { things } = useWords(words)
  const { title, text, action } = things[thing.kind]
  const isAlone = ['capture', 'meaning', 'exercise', 'change'].includes(thing.kind)
  const door = doorOf(thing)
  return (
    <>
      <h2 id="now">{title}</h2>
      {'words' in thing && <p className="tl-own-words">{thing.words}</p>}
      <p>{text}</p>
      {thing.kind === 'log' && home.courseId && (
        <Suspense>
          <LogHere courseId={home.courseId} exerciseId={thing.exerciseId} />
        </Suspense>
      )}
      {door && (
        <LinkButton kind={thing.kind === 'rest' ? 'quiet' : 'act'} wide href={door}>
          {action}
        </LinkButton>
      )}
      {isAlone && <Alone />}
    </>
  )
}

function Alone() {
  const { home: said } = useWords(words)
  return (
    <p className="tl-kept tl-quiet-words">
      <Icon name="lock" />
      <span>{said.alone}</span>
    </p>
  )
}
