import { inPractice, nobody } from '../db/door.ts'
import type { PracticeTx } from '../db/tx.ts'
import type { Shell } from './serve.ts'

/**
 * What anyone may see: asked in nobody's name, in no practice unless one is named. The fence shows such a one nothing
 * but what is published, so nothing is written down about who looked.
 */
export const lookAsVisitor = <T>(
  { db }: Pick<Shell, 'db'>,
  look: (tx: PracticeTx) => Promise<T>,
  practiceId: string = nobody.practiceId,
): Promise<T> => inPractice(db, { ...nobody, practiceId }, look)
