import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  Fixed,
  FixedOrNone,
  ChangeableMoment,
  Json,
  Moment,
  StampedByDatabase,
  Numbered,
} from '../platform/db/schema.ts'
import type { ColumnType } from 'kysely'
import type { MemberRole } from '../kernel/actor.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { PracticeHelp, Spoken } from './help.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    practice: {
      id: Fixed<string>
      name: Fixed<string>
      time_zone: Fixed<string>
      language: ColumnType<'en' | 'es', 'en' | 'es' | undefined, never>
      phone: FixedOrNone<string>
      coordinator_email: FixedOrNone<string>
      demo: ColumnType<boolean, boolean | undefined, never>
      sole: ColumnType<boolean, boolean | undefined, never>
      created_at: StampedByDatabase
    }
    member: {
      practice_id: Fixed<string>
      id: Fixed<string>
      name: string
      roles: MemberRole[]
      created_at: StampedByDatabase
      disabled_at: ChangeableMoment
    }
    care_clock: {
      practice_id: Fixed<string>
      id: Numbered
      ahead: ColumnType<never, string, never>
      moved_at: StampedByDatabase
    }
    practice_help: {
      practice_id: Fixed<string>
      id: Fixed<string>
      hours: Json<Spoken>
      after_hours: Json<Spoken>
      concern_name: Fixed<string>
      concern_role: Json<Spoken>
      concern_phone: Fixed<string>
      board_name: Fixed<string>
      board_phone: Fixed<string>
      board_site: FixedOrNone<string>
      number: Numbered
      recorded_at: StampedByDatabase
    }
    journey_length: {
      practice_id: Fixed<string>
      id: Fixed<string>
      minutes: Fixed<number>
      number: Numbered
      set_by: Fixed<string>
      set_at: Moment
      recorded_at: StampedByDatabase
    }
    room_stay: {
      practice_id: Fixed<string>
      id: Fixed<string>
      minutes: Fixed<number>
      recorded_at: StampedByDatabase
    }
  }
  interface Changeable {
    member: true
  }
}

export interface NewPractice {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly language: 'en' | 'es'
  readonly phone: string | null
  readonly coordinatorEmail: string | null
  readonly demo: boolean
  /** Made for one therapist whose own practice is not here, to hold who they are. */
  readonly sole?: boolean
}

export async function addPractice(tx: WriteTx, practice: NewPractice): Promise<void> {
  await tx
    .insertInto('practice')
    .values({
      id: practice.id,
      name: practice.name,
      time_zone: practice.timeZone,
      language: practice.language,
      phone: practice.phone,
      coordinator_email: practice.coordinatorEmail,
      demo: practice.demo,
      sole: practice.sole ?? false,
    })
    .execute()
}

export interface NewMember {
  readonly id: string
  readonly name: string
  readonly roles: readonly MemberRole[]
}

export async function addMember(tx: WriteTx, member: NewMember): Promise<void> {
  await tx
    .insertInto('member')
    .values({ practice_id: tx.actor.practiceId, id: member.id, name: member.name, roles: [...member.roles] })
    .execute()
}

export async function moveClock(tx: WriteTx, minutesAhead: number): Promise<void> {
  await tx
    .insertInto('care_clock')
    .values({ practice_id: tx.actor.practiceId, ahead: `${minutesAhead} minutes` })
    .execute()
}

export async function addHelp(tx: WriteTx, help: PracticeHelp & { readonly id: string }): Promise<void> {
  await tx
    .insertInto('practice_help')
    .values({
      practice_id: tx.actor.practiceId,
      id: help.id,
      hours: JSON.stringify(help.hours),
      after_hours: JSON.stringify(help.afterHours),
      concern_name: help.concernName,
      concern_role: JSON.stringify(help.concernRole),
      concern_phone: help.concernPhone,
      board_name: help.boardName,
      board_phone: help.boardPhone,
      board_site: help.boardSite,
    })
    .execute()
}

export async function addRoomStay(
  tx: WriteTx,
  { id, minutes }: { id: string; minutes: number },
): Promise<void> {
  await tx.insertInto('room_stay').values({ practice_id: tx.actor.practiceId, id, minutes }).execute()
}

export async function addJourneyLength(
  tx: WriteTx,
  set: { readonly id: string; readonly minutes: number; readonly by: string; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto('journey_length')
    .values({
      practice_id: tx.actor.practiceId,
      id: set.id,
      minutes: set.minutes,
      set_by: set.by,
      set_at: isoOf(set.at),
    })
    .execute()
}

export async function changeMember(
  tx: WriteTx,
  member: { id: string; name: string; roles: readonly MemberRole[] },
): Promise<void> {
  await tx
    .updateTable('member')
    .set({ name: member.name, roles: [...member.roles] })
    .where('id', '=', member.id)
    .execute()
}

/** `at` null lets them in again. */
export async function disableMember(tx: WriteTx, id: string, at: string | null): Promise<void> {
  await tx.updateTable('member').set({ disabled_at: at }).where('id', '=', id).execute()
}
