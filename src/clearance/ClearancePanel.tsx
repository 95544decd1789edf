import { useAsk } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import './clearance.css'
import { readClearance } from './clearance.contract.ts'
import { isCleared } from './clearance.ts'
import { markOfStanding } from './marks.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** On the chart: how the decision stands, how much is open, and the way there. Nothing for those who may not read it. */
export function ClearancePanel({ personId }: { personId: string }) {
  const said = useWords(words)
  const place = usePlace()
  const { data } = useAsk(readClearance, { personId })
  if (!data) return null
  const [newest] = data.clearances
  const open = data.findings.filter(
    ({ state, override, severity }) => state !== 'settled' && override === null && severity !== 'info',
  ).length
  const until =
    newest?.validUntil && isCleared(data.standing)
      ? `, ${said.until(formatDate(newest.validUntil, place, 'date'))}`
      : ''
  return (
    <section className="tl-chart-part">
      <h2>{said.title}</h2>
      <StatusMark state={markOfStanding(data.standing)}>
        {said.standings[data.standing]}
        {until}
      </StatusMark>
      {open > 0 && !isCleared(data.standing) && <p>{plural(place.language, open, said.open)}</p>}
      <LinkButton size="small" href={`/app/people/${personId}/decision`}>
        {said.toDecision}
      </LinkButton>
    </section>
  )
}
