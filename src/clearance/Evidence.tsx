import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { readHistory } from '../intake/intake.contract.ts'
import { medicinesOf } from './medicinesOf.ts'
import { ItemLine } from '../intake/ItemLine.tsx'
import { isPressure } from '../intake/saying.ts'
import { newestFirst } from '../intake/when.ts'
import { readMeasures } from '../measure/measure.contract.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import type { readClearance } from './clearance.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { personId: string; read: output<typeof readClearance.reply> }
type Kept = output<typeof readHistory.reply>['items'][number]

/** What the decision rests on: medicines, blood pressures with their dates, and scores. */
export function Evidence({ personId, read }: Props) {
  const said = useWords(words).evidence
  const { data, error } = useAsk(readHistory, { personId })
  return (
    <aside className="tl-decision-aside" aria-label={said.title}>
      <h2>{said.title}</h2>
      {data ? <Records kept={data.items} read={read} /> : error ? <Refusal refused={error} /> : <Loading />}
      <Scores personId={personId} />
      <a href={`/app/people/${personId}/history`}>{said.all}</a>
    </aside>
  )
}

function Records({ kept, read }: { kept: readonly Kept[]; read: Props['read'] }) {
  const said = useWords(words)
  const named = new Set(read.findings.flatMap(({ because }) => because.map(({ id }) => id)))
  const { now, before } = medicinesOf(kept)
  const none = before.length === 0 ? said.evidence.noMedicines : said.evidence.noneNow
  const line = ({ id, item, standing }: Kept) => (
    <ItemLine
      key={id}
      item={item}
      plain
      source={[said.standing[standing], ...(named.has(id) ? [] : [said.evidence.onNoRule])].join(' · ')}
    />
  )
  const pressures = kept
    .filter(({ item }) => item.kind === 'measurement' && isPressure(item))
    .toSorted((a, b) => newestFirst(atOf(a), atOf(b)))
    .slice(0, 4)
  return (
    <>
      <h3>{said.evidence.medicines}</h3>
      {now.length === 0 && <p className="tl-quiet-words">{none}</p>}
      <ul>{now.map(line)}</ul>
      {before.length > 0 && (
        <>
          <h4>{said.evidence.before}</h4>
          <ul>{before.map(line)}</ul>
        </>
      )}
      <h3>{said.evidence.pressures}</h3>
      {pressures.length === 0 && <p className="tl-quiet-words">{said.evidence.noPressures}</p>}
      <ul>
        {pressures.map(({ id, item }) => (
          <ItemLine key={id} item={item} plain />
        ))}
      </ul>
    </>
  )
}

const atOf = ({ item }: Kept) => (item.kind === 'measurement' ? item.at : null)

function Scores({ personId }: { personId: string }) {
  const said = useWords(words).evidence
  const place = usePlace()
  const { data, error } = useAsk(readMeasures, { personId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const lines = data.measures.flatMap(({ instrument, responses }) =>
    responses.map(({ id, total, answeredAt }) => ({
      id,
      words: said.score(
        instrument.name,
        total === null ? '–' : String(total),
        formatDate(answeredAt, place, 'date'),
      ),
    })),
  )
  return (
    <>
      <h3>{said.scores}</h3>
      {lines.length === 0 && <p className="tl-quiet-words">{said.noScores}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.id}>{line.words}</li>
        ))}
      </ul>
    </>
  )
}
