import type { PracticeTx } from '../platform/db/tx.ts'
import type { Phase } from './session.ts'

export async function lastNumberOf(tx: PracticeTx, courseId: string): Promise<number> {
  const last = await tx
    .selectFrom('journey_session')
    .select((of) => of.fn.max('number').as('number'))
    .where('course_id', '=', courseId)
    .executeTakeFirst()
  return last?.number ?? 0
}

export async function phaseOf(tx: PracticeTx, sessionId: string): Promise<Phase | undefined> {
  const found = await tx
    .selectFrom('journey_session')
    .select('phase')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return found?.phase
}
