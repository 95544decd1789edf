import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { wallIn } from '../src/kernel/zone.ts'
import { signedIn } from './signedIn.ts'
import type { Stage } from './stage.ts'
import { codeFrom, typeCode } from './tablet.ts'

const zone = 'America/Los_Angeles'
/** Read on this weekday alone, or on every one of them and at every hour. */
export interface Hours {
  readonly weekdays: readonly number[]
  readonly opens: number
  readonly closes: number
}
/** Three days from now, whatever today is. */
export const closedNow: Hours = {
  weekdays: [((wallIn(Date.now(), zone).weekday + 2) % 7) + 1],
  opens: 9 * 60,
  closes: 10 * 60,
}
export const always: Hours = { weekdays: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 1440 }

export interface Place {
  readonly staff: Page
  readonly client: Someone
  readonly tablet: Page
}

/** A member has made a code, and it was typed on the tablet; in a practice that reads at these hours. */
export async function handedIn(stage: Stage, hours: Hours, open: string): Promise<Place> {
  const practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  const therapist = await addMember(stage.owner, practiceId, ['therapist'])
  await stage.owner.query(
    `insert into cover (practice_id, id, weekdays, opens_minute, closes_minute, respond_within_minutes, set_by, set_at)
     values ($1, $2, $3, $4, $5, 60, $6, now())`,
    [practiceId, randomUUID(), hours.weekdays, hours.opens, hours.closes, therapist.seatId],
  )
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const staff = await signedIn(stage, therapist, { language: 'en', theme: 'light', width: 1280 })
  await staff.goto(`/app/people/${client.seatId}/measures`)
  const code = await codeFrom(staff, 'PHQ-9 (asked for now)')
  const { page: tablet } = await stage.enter({
    viewport: { width: 834, height: 1112 },
    locale: open === 'Open' ? 'en' : 'es',
  })
  await typeCode(tablet, code, open)
  return { staff, client, tablet }
}
