import { sql } from 'kysely'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { PracticeHelp } from './help.ts'

export interface PracticeHere {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly timeZone: string
  readonly demo: boolean
}

export async function practiceHere(tx: PracticeTx): Promise<PracticeHere> {
  const found = await tx
    .selectFrom('practice')
    .select(['id', 'name', 'phone', 'time_zone as timeZone', 'demo'])
    .where('id', '=', tx.actor.practiceId)
    .executeTakeFirst()
  if (!found) throw new Problem('not-found')
  return found
}

/** What this installation holds; asked in the house (`inPractice(db, nobody, …)`), before anyone is here. */
export async function standing(tx: PracticeTx): Promise<'nothing' | 'demo' | 'practice'> {
  const practices = await tx.selectFrom('practice').select('demo').execute()
  if (practices.length === 0) return 'nothing'
  return practices.some(({ demo }) => demo) ? 'demo' : 'practice'
}

/** A client's own time zone; none for a member, nor for a guest, who is not where the client is. */
export async function zoneOfClient(tx: PracticeTx): Promise<string | undefined> {
  const { personId, courseId } = tx.actor
  if (personId === null || courseId !== null) return undefined
  const found = await tx
    .selectFrom('person')
    .select('time_zone')
    .where('id', '=', personId)
    .executeTakeFirst()
  return found?.time_zone
}

/** How many days the clock of care is ahead of the machine's. */
export async function daysAheadOf(tx: PracticeTx): Promise<number> {
  const newest = await tx
    .selectFrom('care_clock')
    .select(sql<number>`extract(epoch from ahead)::float8 / 86400`.as('days'))
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return newest?.days ?? 0
}

export const helpOf = (tx: PracticeTx): Promise<PracticeHelp | undefined> =>
  tx
    .selectFrom('practice_help')
    .select([
      'hours',
      'after_hours as afterHours',
      'concern_name as concernName',
      'concern_role as concernRole',
      'concern_phone as concernPhone',
      'board_name as boardName',
      'board_phone as boardPhone',
      'board_site as boardSite',
    ])
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('number', 'desc')
    .executeTakeFirst()

/** Everyone who works here now, by name. */
export const membersHere = (tx: PracticeTx) =>
  tx
    .selectFrom('member')
    .select(['id as memberId', 'name', 'roles'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()

/** The ids of all practices here. Only the house sees more than its own. */
export const everyPractice = async (tx: PracticeTx): Promise<string[]> =>
  (await tx.selectFrom('practice').select('id').orderBy('created_at').execute()).map(({ id }) => id)
