import { useCalled } from '../instrument/useCalled.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { mainLineOf, partChange, partView, viewOf, wordedView, type Course, type Line } from './drawn.web.ts'
import { Drawn } from './Drawn.tsx'
import { MeasureAnswers } from './MeasureAnswers.tsx'
import type { MeasureNow } from './measure.contract.ts'
import { MeasureTable, PartsTable } from './MeasureTable.tsx'
import { isCompared, meaningOf, signed } from './meaning.web.ts'
import { useBandNames, useSpeech } from './speech.web.ts'

type Props = { measure: MeasureNow; course: Course }

/** One instrument in full: its course, what it means, its parts, and the same as tables. */
export function MeasureCourse({ measure, course }: Props) {
  const speech = useSpeech()
  const named = useBandNames(measure)
  const { said, names } = speech
  const { instrument, rule } = measure
  const main = mainLineOf(measure)
  const parts = measure.lines.filter(({ main: isMain }) => !isMain)
  const view = main
    ? viewOf(measure, main, { course, named })
    : parts.length === 0
      ? wordedView(measure, { course, named })
      : undefined
  const { first, more } = meaningOf(measure, speech)
  const name = useCalled()(instrument.name)
  return (
    <div className="tl-measure">
      <header>
        <h3>{name}</h3>
        <p className="tl-quiet-words">{aboutOf(measure, speech)}</p>
      </header>
      {view && <Drawn view={view} name={name} />}
      <section className="tl-measure-meaning" aria-label={said.meaning}>
        {first.length + more.length > 0 && (
          <p>
            <strong>{first.join(' ')}</strong> {more.join(' ')}
          </p>
        )}
        <MarkUsed measure={measure} />
        {isCompared(measure) && (
          <p className="tl-quiet-words">{fill(said.ruleNamed, { id: rule.id, version: rule.version })}</p>
        )}
      </section>
      {parts.length > 0 && (
        <Parts measure={measure} course={course} open={!main} named={(id) => names.scores[id] ?? id} />
      )}
      <div className="tl-measure-table">
        <Disclosure title={said.table}>
          <MeasureTable measure={measure} course={course} />
          {parts.length > 0 && <PartsTable measure={measure} parts={parts} />}
        </Disclosure>
      </div>
      {measure.responses.length > 0 && <MeasureAnswers measure={measure} />}
    </div>
  )
}

/** By which mark the newest answers were read: the practice's own and where it stands, or the usual one. */
function MarkUsed({ measure: { responses, usualMark } }: { measure: MeasureNow }) {
  const { said } = useSpeech()
  const language = useLanguage()
  const mark = responses.at(-1)?.mark
  if (!usualMark) return null
  return (
    <p className="tl-quiet-words">
      {mark
        ? fill(said.markOwn, { n: mark.value, source: mark.source })
        : fill(said.markUsual, { words: usualMark[language] })}
    </p>
  )
}

/** What it is about, how far it reaches, and which way is better, where that can be said. */
function aboutOf(measure: MeasureNow, { said, names, number }: ReturnType<typeof useSpeech>): string {
  const { instrument, rule } = measure
  const line = mainLineOf(measure)
  const range = line && fill(said.range, { low: number(line.min), high: number(line.max) })
  const better = line && rule.never === null ? said.better[rule.basis.betterIs] : undefined
  return [names.topics[instrument.id], range, better].filter(Boolean).join(' · ')
}

type PartsProps = Props & { open: boolean; named: (id: string) => string }

/** Small and side by side: a part is read against the others, and judged by nothing. */
function Parts({ measure, course, open, named }: PartsProps) {
  const { said } = useSpeech()
  const parts = measure.lines.filter(({ main }) => !main)
  return (
    <div className="tl-measure-parts">
      <Disclosure title={said.parts} open={open}>
        <p className="tl-quiet-words">{said.partsWords}</p>
        <ul className="tl-parts">
          {parts.map((line) => (
            <li key={line.scoreId}>
              <h4>{named(line.scoreId)}</h4>
              <PartChange measure={measure} line={line} course={course} />
              <Drawn view={partView(measure, line, { course, named })} name={named(line.scoreId)} part />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

function PartChange({ measure, line, course }: Props & { line: Line }) {
  const { said, number } = useSpeech()
  const change = partChange(measure, line, course)
  if (!change) return null
  const { first, last } = change
  const values = { first: number(first.total), last: number(last.total) }
  const delta = signed(last.total - first.total, number)
  return <p className="tl-quiet-words">{fill(said.partChange, { ...values, delta })}</p>
}
