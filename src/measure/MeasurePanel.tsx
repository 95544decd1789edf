import { Refusal } from '../access/Refusal.tsx'
import { answerAt } from '../instrument/response.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import './measure.css'
import { readMeasures, type MeasureNow } from './measure.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Response = MeasureNow['responses'][number]

/** For the team: every total with its band, what to look at, and whether the change is more than chance. */
export function MeasurePanel({ personId }: { personId: string }) {
  const own = useWords(words)
  const { data, error } = useAsk(readMeasures, { personId })
  if (!data) return error && error.problem.kind === 'not-allowed' ? null : <Waiting refused={error} />
  return (
    <section className="tl-measures" aria-labelledby="measures">
      <h2 id="measures">{own.title}</h2>
      {data.measures.length === 0 && <EmptyState title={own.empty}>{own.emptyWords}</EmptyState>}
      {data.measures.map((measure) => (
        <Measure key={measure.instrument.id} measure={measure} />
      ))}
      {data.measures.length > 0 && <p className="tl-quiet-words">{own.aid}</p>}
    </section>
  )
}

const Waiting = ({ refused }: { refused: Parameters<typeof Refusal>[0]['refused'] }) =>
  refused ? <Refusal refused={refused} /> : <Loading />

function Measure({ measure }: { measure: MeasureNow }) {
  const own = useWords(words)
  const place = usePlace()
  const { instrument } = measure
  const bands = instrument.languages[place.language]?.bands ?? {}
  return (
    <div className="tl-measure">
      <h3>{instrument.name}</h3>
      <Change measure={measure} />
      <DataTable
        caption={fill(own.caption, { name: instrument.name })}
        hideCaption
        rows={measure.responses.toReversed()}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'when',
            words: own.when,
            cell: ({ answeredAt }) => formatDate(answeredAt, place, 'date'),
          },
          { key: 'total', words: own.total, figures: true, cell: (row) => <Total response={row} /> },
          { key: 'band', words: own.band, cell: ({ band }) => (band ? (bands[band] ?? band) : null) },
          { key: 'flags', words: own.flags, cell: (row) => <Flags response={row} /> },
        ]}
      />
      {measure.responses.toReversed().map((response) => (
        <AnswersOf key={response.id} measure={measure} response={response} />
      ))}
    </div>
  )
}

function Change({ measure: { change, basis } }: { measure: MeasureNow }) {
  const own = useWords(words)
  if (change.delta === null) return null
  const signed = change.delta > 0 ? `+${change.delta}` : String(change.delta).replace('-', '−')
  return (
    <p className="tl-measure-change">
      {own.change}: <strong>{signed}</strong>. {own.reliable[change.reliable]}.{' '}
      {change.response && own.response} {change.remission && own.remission}{' '}
      {basis?.reliable && (
        <span className="tl-quiet-words">
          {fill(own.basis, { n: basis.reliable, source: basis.source ?? '' })}
        </span>
      )}
    </p>
  )
}

/** A total that could not be formed is said so; it is never 0. */
function Total({ response: { total, status } }: { response: Response }) {
  const own = useWords(words)
  if (total === null) return <span className="tl-quiet-words">{own.noTotal}</span>
  return (
    <>
      <strong>{total}</strong>
      {status === 'prorated' && <span className="tl-quiet-words"> {own.prorated}</span>}
    </>
  )
}

function Flags({ response: { flags } }: { response: Response }) {
  const own = useWords(words)
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag}>{own.flagNames[flag] ?? flag}</li>
      ))}
    </ul>
  )
}

function AnswersOf({ measure: { instrument }, response }: { measure: MeasureNow; response: Response }) {
  const own = useWords(words)
  const place = usePlace()
  const wording = instrument.languages[useLanguage()]
  const answerWords = (id: number | string, options: string, values: readonly number[]) => {
    const left = response.withheld[String(id)]
    const value = answerAt(response.answers, id)
    if (left) return own.withheld[left]
    return value === null
      ? own.unanswered
      : `${wording?.options[options]?.[values.indexOf(value)] ?? ''} (${value})`
  }
  return (
    <Disclosure title={fill(own.answersOf, { day: formatDate(response.answeredAt, place, 'date') })}>
      <DefinitionList
        items={instrument.items.map(({ id, options, values }) => ({
          term: wording?.items[String(id)] ?? String(id),
          detail: answerWords(id, options, values),
        }))}
      />
    </Disclosure>
  )
}
