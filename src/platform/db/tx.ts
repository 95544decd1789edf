import type { Transaction } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Mark } from './marks.ts'
import type { Schema } from './schema.ts'

/** A transaction fenced to one practice, made only at the door (`door.ts`). It can only read; see `write.ts`. */
export type PracticeTx = Pick<Transaction<Schema>, 'selectFrom' | 'selectNoFrom'> & {
  readonly actor: Actor
  /** Seals are made and known by it. */
  readonly mark: Mark
}
