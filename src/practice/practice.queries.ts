import { sql } from 'kysely'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { usualJourney } from './journeyLength.content.ts'
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

/** How many minutes the clock of care is ahead of the machine's. */
export async function minutesAheadOf(tx: PracticeTx): Promise<number> {
  const newest = await tx
    .selectFrom('care_clock')
    .select(sql<number>`(extract(epoch from ahead) / 60)::int`.as('minutes'))
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return newest?.minutes ?? 0
}

/** The same answer as the door's own; `own` is false where the practice has never said. */
export async function roomStayHere(tx: PracticeTx): Promise<{ minutes: number; own: boolean }> {
  const { practiceId } = tx.actor
  const { minutes, own } = await tx
    .selectNoFrom([
      sql<number>`room_stay_minutes(${practiceId})`.as('minutes'),
      sql<boolean>`exists (select from room_stay where practice_id = ${practiceId})`.as('own'),
    ])
    .executeTakeFirstOrThrow()
  return { minutes, own }
}

/** How long a journey takes up its room and its people; `own` is false where the practice has never said. */
export async function journeyLengthHere(
  tx: PracticeTx,
): Promise<{ readonly minutes: number; readonly own: boolean; readonly rule: string }> {
  const row = await tx
    .selectFrom('journey_length')
    .select('minutes')
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { value, rule } = usualJourney.lastsMinutes
  return { minutes: row?.minutes ?? value, own: row !== undefined, rule }
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

/** The practices here, by name. Only the house sees more than its own. */
export const practicesHere = (tx: PracticeTx): Promise<{ id: string; name: string }[]> =>
  tx.selectFrom('practice').select(['id', 'name']).orderBy('name').execute()

/** The ids of all practices here. Only the house sees more than its own. */
export const everyPractice = async (tx: PracticeTx): Promise<string[]> =>
  (await tx.selectFrom('practice').select('id').orderBy('created_at').execute()).map(({ id }) => id)
