import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import './schedule.css'
import type { OccasionNow } from './schedule.contract.ts'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.schedule.en.ts'
import { es } from './words.schedule.es.ts'

const words = { en, es }

/** For the team: what is open, what was refused or missed (and so is unknown), what is to be asked together. */
export function OccasionPanel({ occasions }: { occasions: readonly OccasionNow[] }) {
  const { occasions: said } = useWords(words)
  const now = occasions.filter(({ state }) => state === 'open').toReversed()
  const later = occasions.filter(({ state }) => state === 'upcoming')
  const past = occasions.filter(({ state }) => !['open', 'upcoming'].includes(state)).toReversed()
  return (
    <section className="tl-occasions" aria-labelledby="occasions">
      <h2 id="occasions">{said.title}</h2>
      {occasions.length === 0 && <EmptyState title={said.empty}>{said.emptyWords}</EmptyState>}
      {now.length > 0 && <Occasions rows={now} />}
      {past.length > 0 && (
        <Disclosure title={fill(said.past, { n: past.length })}>
          <Occasions rows={past} />
          <p className="tl-quiet-words">{said.unknown}</p>
        </Disclosure>
      )}
      {later.length > 0 && (
        <Disclosure title={fill(said.later, { n: later.length })}>
          <Occasions rows={later} />
        </Disclosure>
      )}
    </section>
  )
}

function Occasions({ rows }: { rows: readonly OccasionNow[] }) {
  const called = useCalled()
  const { occasions: said } = useWords(words)
  const place = usePlace()
  return (
    <DataTable
      caption={said.caption}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', words: said.what, cell: ({ instrument }) => called(instrument) },
        { key: 'when', words: said.when, cell: ({ targetAt }) => formatDate(targetAt, place, 'date') },
        { key: 'state', words: said.state, cell: (row) => <State occasion={row} /> },
      ]}
    />
  )
}

function State({ occasion }: { occasion: OccasionNow }) {
  const { occasions: said } = useWords(words)
  const more = useMore(occasion)
  return (
    <span>
      <strong>{said.states[occasion.state]}</strong>
      {more.length > 0 && <span className="tl-quiet-words">, {more.join(', ')}</span>}
    </span>
  )
}

/** What else is known of it, in the order in which it matters. */
function useMore({ state, late, together, shown, reminded, closesAt }: OccasionNow): readonly string[] {
  const { occasions: said } = useWords(words)
  const place = usePlace()
  const isAhead = state === 'open' || state === 'upcoming'
  const until = closesAt === null ? '' : fill(said.until, { day: formatDate(closesAt, place, 'date') })
  const told: readonly (readonly [boolean, string])[] = [
    [state === 'open' && closesAt !== null, until],
    [together && isAhead, said.together],
    [late, said.late],
    [shown && state !== 'answered', said.shown],
    [reminded && state !== 'answered', said.reminded],
  ]
  return told.filter(([holds]) => holds).map(([, saying]) => saying)
}
