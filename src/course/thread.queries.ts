import type { PracticeTx } from '../platform/db/tx.ts'
import type { ThreadFacts } from './thread.ts'

export interface CourseFacts {
  readonly courseId: string
  readonly facts: ThreadFacts
}

/**
 * A person's newest course with everything on its thread, in one call. What the asker may not read, the database leaves
 * out: the client's own words, until they share them, are not even counted here for anyone else.
 */
export async function newestThread(tx: PracticeTx, personId: string): Promise<CourseFacts | undefined> {
  const { courseId } = await tx
    .selectNoFrom((of) => of.fn<string | null>('newest_course', [of.val(personId)]).as('courseId'))
    .executeTakeFirstOrThrow()
  if (courseId === null) return undefined
  const { facts } = await tx
    .selectNoFrom((of) => of.fn<ThreadFacts | null>('thread_facts', [of.val(courseId)]).as('facts'))
    .executeTakeFirstOrThrow()
  return facts === null ? undefined : { courseId, facts }
}
