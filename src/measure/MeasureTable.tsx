import { useCalled } from '../instrument/useCalled.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { type Column, DataTable } from '../platform/ui/DataTable.tsx'
import { changeBetween } from './change.ts'
import { categoryOf, patternsOf } from './category.ts'
import { type Course, type Line, type Response, unansweredIn } from './drawn.web.ts'
import type { MeasureNow } from './measure.contract.ts'
import { signed } from './meaning.web.ts'
import { languageChanges, languagesApart } from './spoken.ts'
import { useBandNames, useSpeech } from './speech.web.ts'

type Row = {
  readonly key: string
  readonly at: number
  readonly what: string
  readonly response?: Response
  readonly unknown?: boolean
}

/** Everything that is drawn, by date, in words and figures: what was answered, what was not, and what happened between. */
export function MeasureTable({ measure, course }: { measure: MeasureNow; course: Course }) {
  const called = useCalled()
  const { said, names, date } = useSpeech()
  const named = useBandNames(measure)
  const rows = useRows(measure, course)
  // The score and the pattern need not agree: where there is a pattern, both are said, met or not.
  const patterns: Column<Row> = {
    key: 'patterns',
    words: said.patterns,
    cell: ({ response }) =>
      (response ? patternsOf(measure.instrument, response) : [])
        .map(([id, answer]) => `${names.classes[id] ?? id}: ${names.answers[answer] ?? answer}`)
        .join('; '),
  }
  const columns: readonly Column<Row>[] = [
    { key: 'when', words: said.when, cell: ({ at }) => date(at) },
    { key: 'what', words: said.what, cell: ({ what }) => what },
    { key: 'total', words: said.total, figures: true, cell: (row) => <Score row={row} measure={measure} /> },
    { key: 'since', words: said.sinceBaseline, cell: (row) => <Since row={row} measure={measure} /> },
    {
      key: 'band',
      words: said.band,
      cell: ({ response }) => {
        const category = response && categoryOf(measure.instrument, response)
        return category ? named(category) : null
      },
    },
    ...(measure.instrument.classification.length > 1 ? [patterns] : []),
    {
      key: 'flags',
      words: said.flags,
      cell: ({ response }) => (response?.flags ?? []).map((flag) => names.flags[flag] ?? flag).join(', '),
    },
  ]
  return (
    <DataTable
      caption={fill(said.caption, { name: called(measure.instrument.name) })}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

function useRows(measure: MeasureNow, course: Course): readonly Row[] {
  const { said } = useSpeech()
  const { responses, instrument } = measure
  const isMixed = languageChanges(responses, instrument.rater).length > 0
  const answered = responses.map((response): Row => ({
    key: response.id,
    at: response.answeredAt,
    what: isMixed ? fill(said.answeredIn, { language: said.inLanguage[response.language] }) : said.answered,
    response,
  }))
  const open = unansweredIn(measure, course).map(({ at, why }): Row => ({
    key: `${why} ${at}`,
    at,
    what: said[why],
    unknown: true,
  }))
  const happened = course.moments.map(({ id, at, kindOf, label }): Row => ({
    key: `${kindOf} ${id}`,
    at,
    what: kindOf === 'dose' ? fill(said.moments.dose, { n: label }) : label,
  }))
  return [...answered, ...open, ...happened].toSorted((one, other) => one.at - other.at)
}

/** A total that could not be formed is said so; it is never 0. */
function Score({ row: { response, unknown }, measure }: { row: Row; measure: MeasureNow }) {
  const { said, number } = useSpeech()
  if (unknown) return said.unknown
  if (!response || (measure.instrument.main === null && response.status !== 'unscored')) return null
  const { total, status } = response
  if (status === 'unscored') return said.unscored
  if (total === null) return status === 'not-applicable' ? said.notApplicable : said.noTotal
  return (
    <span>
      <strong>{number(total)}</strong>
      {status === 'prorated' && <span className="tl-quiet-words"> {said.prorated}</span>}
    </span>
  )
}

function Since({ row: { response }, measure }: { row: Row; measure: MeasureNow }) {
  const { said, number } = useSpeech()
  const { rule, followed } = measure
  const { baseline } = followed
  if (!response || !baseline || rule.never !== null) return null
  if (response.id === baseline.id) return said.isBaseline
  if (response.answeredAt < baseline.at) return null
  const { delta, reliable } = changeBetween(rule.basis, baseline.total, response.total)
  if (delta === null) return said.unknown
  const beyond = reliable === 'improvement' || reliable === 'deterioration'
  const apart = languagesApart(measure.responses, measure.instrument.rater, [baseline.id, response.id])
  return [signed(delta, number), beyond && said.beyond, apart && said.otherLanguage]
    .filter(Boolean)
    .join(', ')
}

/** The parts by themselves, so that no table grows wider than a page. */
export function PartsTable({ measure, parts }: { measure: MeasureNow; parts: readonly Line[] }) {
  const called = useCalled()
  const { said, names, date, number } = useSpeech()
  const columns: readonly Column<Response>[] = [
    { key: 'when', words: said.when, cell: ({ answeredAt }) => date(answeredAt) },
    ...parts.map(({ scoreId }): Column<Response> => ({
      key: scoreId,
      words: names.scores[scoreId] ?? scoreId,
      figures: true,
      cell: ({ scores }) => {
        const value = scores[scoreId] ?? null
        return value === null ? said.unknown : number(value)
      },
    })),
  ]
  return (
    <DataTable
      caption={fill(said.partsCaption, { name: called(measure.instrument.name) })}
      columns={columns}
      rows={measure.responses}
      rowKey={({ id }) => id}
    />
  )
}
