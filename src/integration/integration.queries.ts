import type { PracticeTx } from '../platform/db/tx.ts'
import type { Audience, IntegrationFacts } from './integration.ts'

/**
 * Everything told about a course, in one call. The database leaves out what the asker may not read: whoever is not told
 * of an insight is told of nothing that grew from it either.
 */
export async function integrationFacts(tx: PracticeTx, courseId: string): Promise<IntegrationFacts> {
  const { facts } = await tx
    .selectNoFrom((of) => of.fn<IntegrationFacts>('integration_facts', [of.val(courseId)]).as('facts'))
    .executeTakeFirstOrThrow()
  return facts
}

/** The first telling of an insight of this course, if the asker may read it. */
export const rootInsight = (tx: PracticeTx, courseId: string, insightId: string) =>
  tx
    .selectFrom('insight')
    .select('id')
    .where('id', '=', insightId)
    .where('course_id', '=', courseId)
    .where('corrects', 'is', null)
    .executeTakeFirst()

export const exerciseIn = (tx: PracticeTx, courseId: string, exerciseId: string) =>
  tx
    .selectFrom('exercise')
    .select(['id', 'insight_id as insightId'])
    .where('id', '=', exerciseId)
    .where('course_id', '=', courseId)
    .executeTakeFirst()

export async function audienceOf(tx: PracticeTx, insightId: string): Promise<Audience> {
  const newest = await tx
    .selectFrom('insight_sharing')
    .select('audience')
    .where('insight_id', '=', insightId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return newest?.audience ?? 'no-one'
}
