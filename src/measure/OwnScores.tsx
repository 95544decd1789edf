import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import type { Result } from '../instrument/ownForm.ts'
import { Drawn } from './Drawn.tsx'
import { partChange, type Course } from './drawn.web.ts'
import { resultView } from './drawnResult.web.ts'
import { MeasureAnswers } from './MeasureAnswers.tsx'
import { signed } from './meaning.web.ts'
import { useSpeech } from './speech.web.ts'
import type { OwnFormNow } from './measure.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** A form that the practice brought: what its file works out, and by name what is not scored here. */
export const OwnForms = ({ forms, course }: { forms: readonly OwnFormNow[]; course: Course }) =>
  forms.map((form) => (
    <div className="tl-measure" key={`${form.instrument.id} ${form.instrument.version}`}>
      <h3>{form.instrument.name}</h3>
      <OwnScores form={form} />
      {(form.instrument.own?.results ?? [])
        .filter(({ kind }) => kind === 'number')
        .map((result) => (
          <OwnResult key={result.id} form={form} result={result} course={course} />
        ))}
      <MeasureAnswers measure={form} />
    </div>
  ))

type ResultProps = { form: OwnFormNow; result: Result; course: Course }

/** A number over time, and how it differs from where it began: no more than that is known of it. */
function OwnResult({ form, result: { id, words: named }, course }: ResultProps) {
  const { said, number, date } = useSpeech()
  const view = resultView(form, id, course)
  if (!view) return null
  const change = partChange(form, { scoreId: id }, course)
  const told = change && {
    first: number(change.first.total),
    firstDay: date(change.first.at),
    last: number(change.last.total),
    lastDay: date(change.last.at),
    delta: signed(change.last.total - change.first.total, number),
  }
  return (
    <>
      <h4>{named}</h4>
      <Drawn view={view} name={`${form.instrument.name}: ${named}`} />
      <p>
        {told ? <strong>{fill(said.fromTo, told)}</strong> : said.resultOnce} {said.resultWords}
      </p>
    </>
  )
}

function OwnScores({ form: { instrument, responses } }: { form: OwnFormNow }) {
  const said = useWords(words)
  const place = usePlace()
  const results = instrument.own?.results ?? []
  const notScored = (instrument.own?.notScored ?? []).filter(({ words: named }) => named !== '')
  const valueAt = (row: OwnFormNow['responses'][number], at: number) => row.worked[at]?.value ?? null
  return (
    <>
      <p>
        {fill(said.brought, { version: instrument.version })}{' '}
        {results.length === 0 && notScored.length === 0 && said.noScores}
      </p>
      {notScored.length > 0 && (
        <ul className="tl-quiet-words">
          {notScored.map(({ id, words: named }) => (
            <li key={id}>{fill(said.notScored, { name: named })}</li>
          ))}
        </ul>
      )}
      <DataTable
        caption={fill(said.formCaption, { name: instrument.name })}
        hideCaption
        rows={responses.toReversed()}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'when',
            words: said.when,
            cell: ({ answeredAt }) => formatDate(answeredAt, place, 'date'),
          },
          ...results.map((result, at) => ({
            key: result.id,
            words: result.words,
            figures: result.kind === 'number',
            cell: (row: OwnFormNow['responses'][number]) =>
              valueAt(row, at) ?? <span className="tl-quiet-words">{said.notFormed}</span>,
          })),
          {
            key: 'flags',
            words: said.flags,
            cell: ({ flags }: OwnFormNow['responses'][number]) => (flags.length > 0 ? said.dangerNamed : '–'),
          },
        ]}
      />
    </>
  )
}
