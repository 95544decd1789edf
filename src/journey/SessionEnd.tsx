import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import './closing.css'
import './room.css'
import { DeparturesTold } from './Departed.tsx'
import { readClosing } from './discharge.contract.ts'
import { NotTakenList } from './NotTakenList.tsx'
import { en as closingEn } from './words.closing.en.ts'
import { es as closingEs } from './words.closing.es.ts'
import { en } from './words.session.en.ts'
import { es } from './words.session.es.ts'

const words = { en: { ...en, closing: closingEn }, es: { ...es, closing: closingEs } }

/** Who sent them home, when, and what was met by then; or how else they left. */
export function SessionEnd({ sessionId }: { sessionId: string }) {
  const own = useWords(words)
  const place = usePlace()
  const { data, error } = useAsk(readClosing, { sessionId })
  if (!data) return error ? <Refusal refused={error} /> : null
  const { discharged } = data
  return (
    <section className="session-part">
      <h2>{own.end}</h2>
      {discharged ? (
        <p>
          {fill(own.discharged, {
            name: discharged.byName,
            at: formatDate(discharged.at, place, 'moment'),
          })}
        </p>
      ) : (
        data.departures.length === 0 && <p>{own.notDischarged}</p>
      )}
      {discharged?.overrideReason && <p>{fill(own.despite, { reason: discharged.overrideReason })}</p>}
      <DeparturesTold departures={data.departures} />
      <NotTakenList missed={data.missed} reasons={data.notTaken} />
      <ul className="session-list">
        {data.criteria.map(({ id, met }) => (
          <li key={id}>
            <StatusMark state={met ? 'met' : 'waiting'}>{own.closing.criteria[id] ?? id}</StatusMark>
          </li>
        ))}
      </ul>
    </section>
  )
}
