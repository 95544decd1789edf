import { useCalled } from '../instrument/useCalled.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { SmallScore } from '../platform/ui/chart/ScoreChart.tsx'
import { mainLineOf, viewOf, wordedView, type Course } from './drawn.web.ts'
import type { MeasureNow } from './measure.contract.ts'
import { categorySaid, shortlySaid, type Speech } from './meaning.web.ts'
import { useSpeech } from './speech.web.ts'

type Props = {
  measures: readonly MeasureNow[]
  course: Course
  chosen: string
  onChoose: (id: string) => void
}

/** Each on one line: what it is about, its course, where it stands, and the shortest true thing about it. */
export function MeasureGlance({ measures, course, chosen, onChoose }: Props) {
  const { said } = useSpeech()
  return (
    <>
      <p className="tl-quiet-words tl-noprint">{said.glanceWords}</p>
      <ul className="tl-glance">
        {measures.map((measure) => (
          <li key={measure.instrument.id}>
            <Row
              measure={measure}
              course={course}
              isChosen={measure.instrument.id === chosen}
              onChoose={() => onChoose(measure.instrument.id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

type RowProps = { measure: MeasureNow; course: Course; isChosen: boolean; onChoose: () => void }

function Row({ measure, course, isChosen, onChoose }: RowProps) {
  const called = useCalled()
  const speech = useSpeech()
  const { instrument, followed } = measure
  const line = mainLineOf(measure) ?? measure.lines[0]
  const drawing = { course, named: (id: string) => id }
  const view = line ? viewOf(measure, line, drawing) : wordedView(measure, drawing)
  const worse = followed.change.reliable === 'deterioration'
  return (
    <button type="button" className="tl-glance-row" aria-pressed={isChosen} onClick={onChoose}>
      <span>
        <span className="tl-glance-name">{called(instrument.name)}</span>
        <span className="tl-glance-topic">{speech.names.topics[instrument.id]}</span>
      </span>
      <span className="tl-glance-line">{view && <SmallScore view={view} />}</span>
      <span className="tl-glance-last">{lastSaid(measure, speech)}</span>
      <span className={worse ? 'tl-glance-verdict tl-glance-worse' : 'tl-glance-verdict'}>
        {shortlySaid(measure, speech)}
      </span>
    </button>
  )
}

/** The newest value with its category, and when that was. */
function lastSaid(measure: MeasureNow, speech: Speech): string {
  const { said, number, date, names } = speech
  const last = measure.responses.findLast(({ total }) => total !== null) ?? measure.responses.at(-1)
  if (!last) return said.unknown
  const day = date(last.answeredAt)
  if (measure.instrument.main === null)
    return fill(said.last, {
      value: measure.lines.length > 0 ? said.answered : categorySaid(measure, last, speech),
      day,
    })
  if (last.total === null) return fill(said.last, { value: said.unknown, day })
  const band = last.band === null ? '' : `, ${names.bands[last.band] ?? last.band}`
  return fill(said.last, { value: number(last.total) + band, day })
}
