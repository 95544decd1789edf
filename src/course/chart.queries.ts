import type { Selectable } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import { personOf, type TeamMember } from '../person/person.queries.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { InBoth } from '../protocol/protocol.ts'
import { scales } from './scales.content.ts'
import { threadOf, type ThreadFacts } from './thread.ts'

export interface Asked {
  readonly personId: string
  readonly careNow: Instant
  /** Whether the asker may read the thread; otherwise it is not even looked for. */
  readonly thread: boolean
}

interface ChartFacts {
  readonly person: Selectable<Schema['person']>
  readonly team: readonly TeamMember[]
  readonly course: {
    readonly id: string
    readonly title: InBoth
    readonly begunAt: Instant
    readonly endsAt: Instant | null
    readonly sessions: ThreadFacts['sessions']
  } | null
  readonly thread: ThreadFacts | null
  readonly openGates: { readonly sessionId: string; readonly gates: readonly string[] } | null
}

/** Everything the first screen of a chart shows, gathered in one call. */
export async function chartOf(tx: PracticeTx, { personId, careNow, thread: whole }: Asked) {
  const { told } = await tx
    .selectNoFrom((of) =>
      of.fn<ChartFacts | null>('chart_facts', [of.val(personId), of.val(whole)]).as('told'),
    )
    .executeTakeFirstOrThrow()
  return (
    told && {
      ...told,
      careNow,
      person: personOf(told.person),
      course: told.course && { ...told.course, sessions: told.course.sessions.map(plainly) },
      thread: told.thread && threadOf(told.thread, { framing: 'staff', careNow, scales }),
    }
  )
}

/** A session without how it ended, which the thread alone tells. */
function plainly(session: ThreadFacts['sessions'][number]) {
  const { departure: _, ...rest } = session
  return rest
}
