import { isOwnForm } from '../form/form.queries.ts'
import { responsesOf, type StoredResponse } from '../instrument/instrument.queries.ts'
import { standing } from '../instrument/response.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing } from '../platform/db/write.ts'
import { changeRule } from './measure.content.ts'
import { pointsOf, type Total } from './outcome.ts'
import { dosedCourses } from './outcome.queries.ts'
import { putPoints, type PointOf } from './outcome.store.ts'
import { resultName } from './ownResult.ts'

export const outcomeTask = 'outcome-points'

/**
 * Works a person's points out again from the facts. An instrument that was never answered has none, unless it is one that is
 * followed for everybody: then not answering is what is counted as missing.
 */
export async function refreshPoints(reading: PracticeTx, personId: string): Promise<void> {
  const tx = writing(reading)
  const courses = await dosedCourses(tx, personId)
  if (courses.length === 0) return
  const responses = standing(await responsesOf(tx, personId))
  const series = [...instrumentSeries(responses), ...resultSeries(responses)]
  const points = courses.flatMap((course) =>
    series.flatMap(({ id, totals }) =>
      pointsOf({ ...course, responses: totals }, changeRule(id)).map((point): PointOf => ({
        ...point,
        courseId: course.courseId,
        personId,
        instrumentId: id,
        protocolId: course.protocolId,
        route: course.route,
      })),
    ),
  )
  await putPoints(tx, points)
}

/** What is followed over time, under one name. */
interface Series {
  readonly id: string
  readonly totals: readonly Total[]
}

function instrumentSeries(responses: readonly StoredResponse[]): Series[] {
  const theirs = responses.filter(({ instrumentId }) => !isOwnForm(instrumentId))
  const asked = [...new Set(['phq-9', ...theirs.map(({ instrumentId }) => instrumentId)])]
  return asked.map((id) => ({
    id,
    totals: theirs
      .filter(({ instrumentId }) => instrumentId === id)
      .map(({ total, band, answeredAt: at }) => ({ total, band, at })),
  }))
}

/** Each number that a practice's own form works out, by itself: another version may work it out otherwise. */
function resultSeries(responses: readonly StoredResponse[]): Series[] {
  const own = responses.filter(({ instrumentId }) => isOwnForm(instrumentId))
  const all = own.flatMap(({ instrumentId: formId, instrumentVersion: version, scores, answeredAt: at }) =>
    Object.entries(scores).map(([resultId, total]) => ({
      id: resultName({ formId, version, resultId }),
      total: { total, band: null, at },
    })),
  )
  return [...Map.groupBy(all, ({ id }) => id)].map(([id, those]) => ({
    id,
    totals: those.map(({ total }) => total),
  }))
}
