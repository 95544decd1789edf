import { useState } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { ClosingNow, DepartureTold } from './closingState.web.ts'
import { fieldsOf } from './departure.ts'
import { recordContact } from './departure.contract.ts'
import { toldOf } from './facts.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

/** How they left other than by discharge, what is known of it, and whether they were reached since. */
export function Departed({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const { read, departure, kept } = state
  return (
    <>
      {kept.departure && <Notice state="waiting">{own.keptHere}</Notice>}
      <DeparturesTold departures={read.departures} />
      {departure && <Reached state={state} />}
    </>
  )
}

/** Each as it stands, with what stood there before; also where a session is only read. */
export function DeparturesTold({ departures }: { departures: readonly DepartureTold[] }) {
  const own = useWords(words)
  return toldOf(departures).map(({ newest, before }) => (
    <section key={newest.id} className="closing-departed" aria-label={own.went[newest.way]}>
      <Told departure={newest} />
      {before.map((was) => (
        <Earlier key={was.id} was={was} />
      ))}
    </section>
  ))
}

function Told({ departure }: { departure: DepartureTold }) {
  const own = useWords(words)
  const place = usePlace()
  const { way, leftAt, byName, struck, calledAt } = departure
  const said = fill(own.wentAt[way], { at: formatDate(leftAt, place, 'moment'), name: byName })
  const known = (words: string | null) => words ?? own.notKnown
  const items = [
    ...(way === 'hospital'
      ? [{ term: own.calledAt, detail: calledAt ? formatDate(calledAt, place, 'time') : own.notKnown }]
      : []),
    ...fieldsOf[way].map((field) => ({ term: own.leaveFields[field], detail: known(departure[field]) })),
    ...(way === 'against-advice'
      ? [{ term: own.inWriting, detail: answered(own, departure.inWriting) }]
      : []),
    { term: own.callbackBy, detail: departure.callbackName ?? own.callbackUsual },
  ]
  return (
    <>
      <p>{struck ? <del>{said}</del> : <strong>{said}</strong>}</p>
      {!struck && <DefinitionList items={items} />}
    </>
  )
}

const answered = (own: typeof en, answer: boolean | null): string => {
  if (answer === null) return own.notKnown
  return answer ? own.yesNo.yes : own.yesNo.no
}

function Earlier({ was }: { was: DepartureTold }) {
  const own = useWords(words)
  const place = usePlace()
  const at = formatDate(was.recordedAt, place, 'moment')
  return (
    <p className="tl-quiet-words">
      {fill(own.wasWritten, { what: own.ways[was.way], name: was.byName, at })}
    </p>
  )
}

/** Each try stands; none of them closes what is waiting for a person. */
function Reached({ state: { read, outbox, now } }: { state: ClosingNow }) {
  const own = useWords(words)
  const place = usePlace()
  const [typed, type] = useState('')
  const tried = (reached: boolean) => {
    const about = { id: newId(), sessionId: read.sessionId, triedAt: isoOf(now) }
    void outbox.put(recordContact, { ...about, reached, words: typed.trim() || null }).then(() => type(''))
  }
  return (
    <section className="closing-departed" aria-label={own.reachedTitle}>
      <h2>{own.reachedTitle}</h2>
      {read.contacts.length === 0 && <p>{own.reachedUnknown}</p>}
      <ul>
        {read.contacts.map(({ id, reached, words: said, triedAt, byName }) => (
          <li key={id}>
            {fill(reached ? own.wasReached : own.wasNotReached, {
              at: formatDate(triedAt, place, 'moment'),
              name: byName,
            })}{' '}
            {said}
          </li>
        ))}
      </ul>
      {read.can.depart && (
        <>
          <TextField label={own.reachedWords} value={typed} onChange={type} maxLength={2000} />
          <div className="tl-row">
            <Button size="small" onPress={() => tried(true)}>
              {own.reachedNow}
            </Button>
            <Button size="small" onPress={() => tried(false)}>
              {own.notReachedNow}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
