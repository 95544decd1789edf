import { day, type Instant } from '../kernel/instant.ts'
import { fill } from '../platform/i18n/fill.ts'
import type { ChartMoment, ChartPoint, ScoreView } from '../platform/ui/chart/view.ts'
import { categoriesOf, categoryOf } from './category.ts'
import { baselineOf, type CourseFrame, frameOf, type Total } from './followed.ts'
import type { MeasureNow, Measures } from './measure.contract.ts'
import { languageChanges } from './spoken.ts'
import type { en } from './words.en.ts'

export type Line = MeasureNow['lines'][number]
export type Response = MeasureNow['responses'][number]
export type Happened = ChartMoment & { readonly kindOf: Measures['moments'][number]['kind'] }

/** What every chart of the page is drawn along: one stretch of time, and what happened in it. */
export interface Course {
  readonly frame: CourseFrame
  readonly from: Instant
  readonly to: Instant
  readonly moments: readonly Happened[]
  /** What is said where the language of answering changed. */
  readonly spoke: (typeof en)['spoke']
}

/** From the first answer, or the newest course's beginning, until now; a course that ended, until the last thing known. What was asked in vain before that is with the occasions. */
export function courseOf({ careNow, moments, measures, forms }: Measures, said: typeof en): Course {
  const begun = moments.findLast(({ kind }) => kind === 'course-begun')
  const ended =
    begun && moments.find(({ kind, courseId }) => kind === 'course-ended' && courseId === begun.id)
  const answered = [...measures, ...forms].flatMap(({ responses }) =>
    responses.map(({ answeredAt }) => answeredAt),
  )
  const asked = [...answered, ...measures.flatMap(({ unanswered }) => unanswered.map(({ at }) => at))]
  const first = Math.min(...answered, begun?.at ?? careNow, careNow)
  const facts = [...asked, ...moments.map(({ at }) => at)].filter((at) => at <= careNow)
  const last = ended && ended.at < careNow ? Math.max(...facts) : careNow
  const air = Math.max(last - first, 14 * day) * 0.025
  const [from, to] = [first - air, last + air]
  const frame = frameOf(moments)
  const happened = happenedOf(moments, said).filter(({ at }) => at >= first && at <= to)
  return { frame, from, to, moments: happened, spoke: said.spoke }
}

/** Doses are counted as they came; the picture has their number, and the table says what it is. */
function happenedOf(moments: Measures['moments'], said: typeof en): Happened[] {
  const doses = moments.filter(({ kind }) => kind === 'dose')
  return moments.map((moment) => {
    const { id, at, kind, words } = moment
    const n = doses.indexOf(moment) + 1
    if (kind === 'dose') return { id, at, kind: 'dose', kindOf: kind, label: String(n) }
    return { id, at, kind: 'event', kindOf: kind, label: fill(said.moments[kind], { name: words ?? '' }) }
  })
}

/** Along what it is drawn, and what its categories are called. */
export interface Drawing {
  readonly course: Course
  readonly named: (bandId: string) => string
}

/** One score as it is drawn; a part has no baseline of its own to be judged by. */
export function viewOf(measure: MeasureNow, line: Line, { course, named }: Drawing): ScoreView {
  const { followed, rule, responses } = measure
  const { baseline } = followed
  return {
    ...line,
    from: course.from,
    to: course.to,
    zones: line.zones.map(({ id, from, to }) => ({ label: named(id), from, to })),
    baseline: line.main && baseline ? { at: baseline.at, value: baseline.total } : null,
    threshold: line.main ? rule.threshold.threshold : null,
    points: [...responses.map((response) => pointOf(response, line)), ...unknownOf(measure, course)],
    moments: momentsIn(measure, course),
  }
}

/** Where there is no amount, its categories as rows, lowest first; what cannot be told lies on none of them. */
export function wordedView(measure: MeasureNow, { course, named }: Drawing): ScoreView | undefined {
  const all = categoriesOf(measure.instrument)
  if (all.length === 0) return undefined
  const points = measure.responses.map((response): ChartPoint => {
    const category = categoryOf(measure.instrument, response)
    const row = category === null ? -1 : all.indexOf(category)
    return { id: response.id, at: response.answeredAt, value: row < 0 ? null : row }
  })
  return {
    from: course.from,
    to: course.to,
    min: 0,
    max: all.length - 1,
    whole: true,
    worded: true,
    zones: all.map((id, row) => ({ label: named(id), from: row, to: row + 1 })),
    baseline: null,
    threshold: null,
    points: [...points, ...unknownOf(measure, course)],
    moments: momentsIn(measure, course),
  }
}

/** What happened, and from where on it was answered in the other language, which is another instrument. */
const momentsIn = ({ responses, instrument }: MeasureNow, { moments, spoke }: Course): ChartMoment[] =>
  [
    ...moments,
    ...languageChanges(responses, instrument.rater).map(({ id, at, to }): ChartMoment => ({
      id: `language ${id}`,
      at,
      kind: 'event',
      label: spoke[to],
    })),
  ].toSorted((one, other) => one.at - other.at)

function pointOf(response: Response, { main, scoreId }: Line): ChartPoint {
  const { id, answeredAt, total, scores, status } = response
  const value = main ? total : (scores[scoreId] ?? null)
  return { id, at: answeredAt, value, estimated: status === 'prorated' && value !== null }
}

/** What was asked in vain, within what is drawn. */
export const unansweredIn = ({ unanswered }: MeasureNow, { from, to }: Course): MeasureNow['unanswered'] =>
  unanswered.filter(({ at }) => at >= from && at <= to)

const unknownOf = (measure: MeasureNow, course: Course): ChartPoint[] =>
  unansweredIn(measure, course).map(({ at, why }) => ({ id: `${why} ${at}`, at, value: null }))

/** A part as it is drawn among others: of what happened, its doses alone. */
export const partView = (measure: MeasureNow, line: Line, drawing: Drawing): ScoreView => {
  const view = viewOf(measure, line, drawing)
  return { ...view, moments: view.moments.filter(({ kind }) => kind === 'dose') }
}

const scoredIn = (responses: readonly Response[], scoreId: string) =>
  responses.map(({ id, answeredAt: at, scores }) => {
    const total = scores[scoreId] ?? null
    return { id, at, total, told: total !== null }
  })

/** Where a part began, by the same rule as the whole, and where it is; nothing where there are not two. */
export function partChange(
  { responses }: Pick<MeasureNow, 'responses'>,
  { scoreId }: Pick<Line, 'scoreId'>,
  { frame }: Course,
): { readonly first: Total; readonly last: Total } | undefined {
  const scored = scoredIn(responses, scoreId)
  const first = baselineOf(scored, frame)
  const last = scored.findLast((one): one is typeof one & Total => one.total !== null)
  return first && last && last.at > first.at ? { first, last } : undefined
}

/** The score a measure is followed in; without one, its first. */
export const mainLineOf = ({ lines }: MeasureNow): Line | undefined => lines.find(({ main }) => main)
