import type { output } from 'zod/v4/core'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { readClearance } from './clearance.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Decided = output<typeof readClearance.reply>['clearances'][number]

const raisedIn = ({ raised }: Decided, { language }: Place): string =>
  listed(
    language,
    raised.map(({ title }) => title[language]),
  )

/** Every decision that was signed, newest first; none is ever taken away. */
export function SignedSoFar({ read }: { read: output<typeof readClearance.reply> }) {
  const said = useWords(words)
  const place = usePlace()
  const date = (at: number) => formatDate(at, place, 'date')
  if (read.clearances.length === 0) return null
  return (
    <section className="tl-decision-part">
      <h2>{said.earlier}</h2>
      <ol className="tl-signed">
        {read.clearances.map((clearance) => (
          <li key={clearance.id}>
            <p>
              <strong>{said.standings[clearance.decision]}</strong>
              {clearance.validUntil !== null && `, ${said.until(date(clearance.validUntil))}`}
            </p>
            {clearance.broken && <StatusMark state="stop">{said.broken}</StatusMark>}
            <p>{clearance.reason}</p>
            {clearance.conditions && <p>{clearance.conditions}</p>}
            <p className="tl-quiet-words">
              {said.signedBy(clearance.decidedBy, date(clearance.decidedAt))}.{' '}
              {said.judgedBy(clearance.rulesVersion)}{' '}
              {clearance.raised.length > 0 && said.raisedThen(raisedIn(clearance, place))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
