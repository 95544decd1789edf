import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { StatusMark, type Status } from '../platform/ui/StatusMark.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { isNeeded } from './gate.ts'
import { DoseGiven } from './DoseGiven.tsx'
import { Mitigations } from './Mitigations.tsx'
import { ReadyGates } from './ReadyGates.tsx'
import { ReadyLine } from './ReadyLine.tsx'
import { ReadyRelease } from './ReadyRelease.tsx'
import { RefusedEntries } from './RefusedEntries.tsx'
import { useReady } from './readyHeard.web.ts'
import { openFirst, whenOf, type Ready } from './readyState.web.ts'
import './ready.css'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'
import { en as unheardEn } from './words.unheard.en.ts'
import { es as unheardEs } from './words.unheard.es.ts'

const words = { en, es }
const unheardWords = { en: unheardEn, es: unheardEs }

type Props = { params: { courseId: string; sessionId: string } }

/** One screen, the same truth for all who work in the room: what still stands in the way, and who can clear it. */
export function ReadyPage({ params: { courseId, sessionId } }: Props) {
  const own = useWords(words)
  const unheard = useWords(unheardWords)
  const place = usePlace()
  const { ready: data, error, outbox } = useReady(sessionId)
  if (!data)
    return <StaffFrame current="/app/people">{error ? <Refusal refused={error} /> : <Loading />}</StaffFrame>
  const born =
    data.birthDate && formatDate(Date.parse(`${data.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' })
  const speaks = data.language !== place.language && unheard.speaks[data.language]
  const detail = [born, fill(own.journey, { n: data.number }), speaks].filter(Boolean).join(' · ')
  const person = { id: data.personId, name: data.name, detail, href: `/app/people/${data.personId}` }
  return (
    <StaffFrame
      current="/app/people"
      person={person}
      status={<OfflineBar since={data.unheardSince} kept={outbox.waiting.length} holds={unheard.keeps} />}
    >
      <RefusedEntries outbox={outbox} />
      <Parts ready={data} roomHref={`/app/c/${courseId}/s/${sessionId}/room`} />
    </StaffFrame>
  )
}

/** With nothing open, the one act comes before what is met: to the eye, to the keys and to the ear alike. */
function Parts({ ready, roomHref }: { ready: Ready; roomHref: string }) {
  const own = useWords(words)
  const { language } = usePlace()
  const { id, version } = ready.protocol
  const raised = (ready.rules?.raised ?? []).map(({ title }) => title[language])
  const whole = ready.gates.every(({ state }) => state === 'met')
  const release = <ReadyRelease key="release" ready={ready} roomHref={roomHref} />
  const main = (
    <div key="main" className="ready-main">
      <ReadyLine ready={ready} />
      {ready.doses.length > 0 && <DoseGiven ready={ready} />}
      <Mitigations mitigations={ready.mitigations} className="ready-safer" />
      <ReadyGates ready={ready} />
      <p className="tl-quiet-words">
        {fill(own.setting, { id, version })}{' '}
        {ready.rules && fill(own.rules, { version: ready.rules.version })}{' '}
        {raised.length > 0 && fill(own.rulesRaised, { rules: listed(language, raised) })}
      </p>
    </div>
  )
  return (
    <div className={ready.unheardSince === undefined ? 'ready' : 'ready ready-unheard'}>
      <Head ready={ready} />
      {whole ? [release, main] : [main, release]}
    </div>
  )
}

function Head({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const count = (state: Status) => ready.gates.filter((gate) => gate.state === state && isNeeded(gate)).length
  const unheard = useWords(unheardWords)
  const place = usePlace()
  const states = (['stop', 'waiting', 'met'] as const).filter((state) => count(state) > 0)
  const heard = ready.unheardSince === undefined
  return (
    <header className="ready-head">
      <h1>{useHeadline(ready)}</h1>
      {!heard && (
        <Notice state="waiting">
          {fill(unheard.asOf, { at: formatDate(ready.unheardSince ?? 0, place, 'time') })}
        </Notice>
      )}
      {ready.doses.length > 0 ? (
        <LinkButton kind="act" href={`/app/c/${ready.courseId}/s/${ready.sessionId}/room`}>
          {own.toRoom}
        </LinkButton>
      ) : (
        heard && (
          <p className="ready-counts" aria-live="polite">
            {states.map((state) => (
              <StatusMark key={state} state={state}>
                {fill(own.counts[state], { n: count(state) })}
              </StatusMark>
            ))}
          </p>
        )
      )}
    </header>
  )
}

/** One sentence: where this stands, and what comes first. */
function useHeadline(ready: Ready): string {
  const own = useWords(words)
  const unheard = useWords(unheardWords)
  const place = usePlace()
  const [dose] = ready.doses
  if (dose) return fill(own.begun, { at: whenOf(dose.givenAt, ready.now, place) })
  if (ready.unheardSince !== undefined) return unheard.headline
  if (ready.release) return fill(own.released, { until: whenOf(ready.release.expiresAt, ready.now, place) })
  const [first] = openFirst(ready.gates)
  return first ? `${own.notYet} ${own.firsts[first.id]}` : own.ready
}
