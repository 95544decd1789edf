import type { ChartPoint, ScoreView } from '../platform/ui/chart/view.ts'
import { partChange, type Course } from './drawn.web.ts'
import type { OwnFormNow } from './measure.contract.ts'

/**
 * A number that a practice's own form works out, over time. The file says neither how far it reaches nor which way is better:
 * the scale is that of the values there are, and nothing is judged.
 */
export function resultView({ responses }: OwnFormNow, id: string, course: Course): ScoreView | undefined {
  const points = responses.map(({ id: responseId, answeredAt, scores }): ChartPoint => ({
    id: responseId,
    at: answeredAt,
    value: scores[id] ?? null,
  }))
  const values = points.flatMap(({ value }) => value ?? [])
  if (values.length === 0) return undefined
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)]
  const first = partChange({ responses }, { scoreId: id }, course)?.first
  return {
    from: course.from,
    to: course.to,
    min: Math.floor(least),
    max: Math.ceil(most),
    whole: values.every(Number.isInteger),
    zones: [],
    baseline: first ? { at: first.at, value: first.total } : null,
    threshold: null,
    points,
    moments: course.moments,
  }
}
