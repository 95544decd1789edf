import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { ThreadItem } from '../platform/ui/thread/ThreadItem.tsx'
import type { Home } from './home.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What comes next, by the clock of care. What was not agreed is not there. */
export function Ahead({ home }: { home: Home }) {
  const { ahead } = useWords(words)
  const isEmpty = home.ahead.length === 0 && home.exercises.length === 0
  return (
    <>
      <ThreadItem then="ahead">
        <h2>{ahead.title}</h2>
        {home.changed && <Changed changed={home.changed} />}
        {isEmpty && <p>{ahead.empty}</p>}
      </ThreadItem>
      {home.ahead.map((one) => (
        <Station key={`${one.kind} ${one.at}`} one={one} held={home.held} />
      ))}
      {home.exercises.map(({ id, words: said }) => (
        <ThreadItem key={id} then="ahead" node="open">
          <p className="tl-quiet-words">{ahead.anyTime}</p>
          <h3 className="tl-home-station">{said}</h3>
          <p className="tl-quiet-words">{ahead.exercise}</p>
        </ThreadItem>
      ))}
    </>
  )
}

/** Told plainly and once, until something newer is planned. */
function Changed({ changed: { kind, from, to } }: { changed: NonNullable<Home['changed']> }) {
  const { ahead } = useWords(words)
  const place = usePlace()
  const at = (moment: number) => formatDate(moment, place, 'moment')
  return (
    <p>
      {kind === 'moved' && to !== null
        ? fill(ahead.moved, { from: at(from), to: at(to) })
        : fill(ahead.calledOff, { from: at(from) })}
    </p>
  )
}

function Station({ one, held }: { one: Home['ahead'][number]; held: boolean }) {
  const { ahead } = useWords(words)
  const place = usePlace()
  const { title, text } = ahead[one.kind]
  return (
    <ThreadItem then="ahead" node="open">
      <p className="tl-quiet-words">
        {formatDate(one.at, place, one.kind === 'session' ? 'moment' : 'weekday')}
      </p>
      <h3 className="tl-home-station">{title}</h3>
      <p className="tl-quiet-words">{held && one.kind === 'session' ? ahead.heldSession : text}</p>
    </ThreadItem>
  )
}
