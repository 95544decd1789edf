import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark, type Status } from '../platform/ui/StatusMark.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { DoseGiven } from './DoseGiven.tsx'
import { ReadyGates } from './ReadyGates.tsx'
import { ReadyLine } from './ReadyLine.tsx'
import { ReadyRelease } from './ReadyRelease.tsx'
import { openFirst, whenOf, type Ready } from './readyState.web.ts'
import './ready.css'
import { readReady } from './ready.contract.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { params: { courseId: string; sessionId: string } }

/** One screen, the same truth for all who work in the room: what still stands in the way, and who can clear it. */
export function ReadyPage({ params: { courseId, sessionId } }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const { data, error } = useAsk(readReady, { sessionId })
  if (!data)
    return <StaffFrame current="/app/people">{error ? <Refusal refused={error} /> : <Loading />}</StaffFrame>
  const born =
    data.birthDate && formatDate(Date.parse(`${data.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' })
  const detail = [born, fill(own.journey, { n: data.number })].filter(Boolean).join(' · ')
  const person = { id: data.personId, name: data.name, detail, href: `/app/people/${data.personId}` }
  return (
    <StaffFrame current="/app/people" person={person}>
      <div className={data.gates.every(({ state }) => state === 'met') ? 'ready ready-whole' : 'ready'}>
        <div className="ready-main">
          <Head ready={data} />
          <ReadyLine ready={data} />
          {data.doses.length > 0 && <DoseGiven ready={data} />}
          <ReadyGates ready={data} />
          <p className="tl-quiet-words">
            {fill(own.setting, { id: data.protocol.id, version: data.protocol.version })}
          </p>
        </div>
        <ReadyRelease ready={data} roomHref={`/app/c/${courseId}/s/${sessionId}/room`} />
      </div>
    </StaffFrame>
  )
}

function Head({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const count = (state: Status) => ready.gates.filter((gate) => gate.state === state).length
  const states = (['stop', 'waiting', 'met'] as const).filter((state) => count(state) > 0)
  return (
    <header className="ready-head">
      <h1>{useHeadline(ready)}</h1>
      {ready.doses.length > 0 ? (
        <LinkButton kind="act" href={`/app/c/${ready.courseId}/s/${ready.sessionId}/room`}>
          {own.toRoom}
        </LinkButton>
      ) : (
        <p className="ready-counts" aria-live="polite">
          {states.map((state) => (
            <StatusMark key={state} state={state}>
              {fill(own.counts[state], { n: count(state) })}
            </StatusMark>
          ))}
        </p>
      )}
    </header>
  )
}

/** One sentence: where this stands, and what comes first. */
function useHeadline(ready: Ready): string {
  const own = useWords(words)
  const place = usePlace()
  const [dose] = ready.doses
  if (dose) return fill(own.begun, { at: whenOf(dose.givenAt, ready.now, place) })
  if (ready.release) return fill(own.released, { until: whenOf(ready.release.expiresAt, ready.now, place) })
  const [first] = openFirst(ready.gates)
  return first ? `${own.notYet} ${own.firsts[first.id]}` : own.ready
}
