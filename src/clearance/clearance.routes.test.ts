import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleOf, condition, patient, textOf } from '../app/testing/bundle.ts'
import { assign } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import {
  answer,
  answerAllWell,
  careNowOf,
  clearanceOf,
  decideOn,
  overrideOn,
  refer,
} from '../app/testing/deciding.ts'
import { day, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, clock } = clinic

/** The file of an invented person, with a number of its own, so that each test has its own person. */
const referral = (name: string): string => {
  const text = readFileSync(`src/intake/fixtures/${name}.json`, 'utf8')
  return text.replaceAll(/"EX-100\d"/g, JSON.stringify(`EX-${randomUUID()}`))
}
const known = (name: string): Promise<string> => refer(clinic, referral(name))

interface Shown {
  readonly rule: string
  readonly state: string
  readonly severity: string
}
const openRows = async (personId: string) =>
  (await clearanceOf(clinic, personId)).findings
    .filter(({ state }: Shown) => state !== 'settled')
    .map(({ rule, severity, state }: Shown) => `${rule} ${severity} ${state}`)

const standing = async (personId: string): Promise<string> => {
  const shown = (await clearanceOf(clinic, personId)).standing
  const { rows } = await owner.query(
    `select set_config('app.practice_id', $1, false), clearance_standing($2, $3) as standing`,
    [clinic.practiceId, personId, new Date(await careNowOf(clinic))],
  )
  expect(rows[0].standing).toBe(shown)
  return shown
}

const kindOf = async (asked: Promise<{ json(): { kind?: string } }>) => (await asked).json().kind

describe('someone whom nothing stands against', () => {
  test('is not cleared before the questions are asked, and is once they are', async () => {
    const personId = await known('plain')
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-open')
    await answerAllWell(clinic, personId)
    expect(await openRows(personId)).toEqual(['IX-22 info present'])
    expect((await decideOn(clinic, personId)).statusCode).toBe(200)
    expect(await standing(personId)).toBe('clear')
  })

  test('is cleared until a day, and not beyond it', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    const now = await careNowOf(clinic)
    for (const validUntil of [now + 400 * day, now - day])
      expect(await kindOf(decideOn(clinic, personId, { validUntil }))).toBe('validity-not-possible')
    await decideOn(clinic, personId, { validUntil: now + day })
    const standingAt = async (at: number) =>
      (await owner.query('select clearance_standing($1, $2) as standing', [personId, new Date(at)])).rows[0]
        .standing
    expect([await standingAt(now + day - 1), await standingAt(now + day)]).toEqual(['clear', 'expired'])
  })

  test('is cleared with conditions only when they are written', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    expect(await kindOf(decideOn(clinic, personId, { decision: 'clear-with-conditions' }))).toBe(
      'conditions-missing',
    )
    await decideOn(clinic, personId, { decision: 'clear-with-conditions', conditions: 'a second monitor' })
    expect(await standing(personId)).toBe('clear-with-conditions')
  })

  test('and a later decision stands in for the first; both are kept', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    await decideOn(clinic, personId)
    await decideOn(clinic, personId, { decision: 'not-now', validUntil: null })
    expect(await standing(personId)).toBe('not-now')
    expect((await clearanceOf(clinic, personId)).clearances).toHaveLength(2)
  })
})

describe('a signature', () => {
  test('is over what was in view: with a fact come in meanwhile it does not hold', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    await answer(clinic, personId, { liver: 'yes' })
    const stale = await clearanceOf(clinic, personId)
    await answer(clinic, personId, { liver: 'no' })
    expect(await kindOf(decideOn(clinic, personId, { shown: stale }))).toBe('confirmation-needed')
    expect((await decideOn(clinic, personId)).statusCode).toBe(200)
  })

  test('is not given without proving that it is you', async () => {
    const personId = await known('plain')
    const reply = await ask(people.prescriber, `/api/people/${personId}/clearances`, {
      body: {
        id: randomUUID(),
        language: 'en',
        confirmationId: randomUUID(),
        decision: 'not-now',
        reason: 'r',
        conditions: null,
        validUntil: null,
        acknowledged: [],
        call: null,
      },
    })
    expect([reply.statusCode, reply.json().kind]).toEqual([401, 'confirmation-needed'])
  })

  test('cannot be taken back or changed, not even by the program', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    await decideOn(clinic, personId)
    const change = clinic.db.transaction().execute((tx) =>
      tx
        .updateTable('clearance' as never)
        .set({ decision: 'no' } as never)
        .execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('a stroke whose type is not coded', () => {
  test('is held until a clinician states it; a bleed blocks, and "no" may always be said', async () => {
    const personId = await known('stroke')
    await answerAllWell(clinic, personId, { 'last-heart-event': 'on 2021-04-17' })
    expect((await clearanceOf(clinic, personId)).verdict).toBe('hold')
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-open')
    await answer(clinic, personId, { 'stroke-type': 'bleed' })
    expect((await clearanceOf(clinic, personId)).verdict).toBe('block')
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-blocks')
    expect(await kindOf(overrideOn(clinic, personId, { rule: 'EL-C03' }))).toBe('override-not-offered')
    expect((await decideOn(clinic, personId, { decision: 'no', validUntil: null })).statusCode).toBe(200)
    expect(await standing(personId)).toBe('no')
  })

  test('that was ischaemic goes on only with the prescriber’s written decision', async () => {
    const personId = await known('stroke')
    await answerAllWell(clinic, personId, { 'last-heart-event': 'on 2021-04-17', 'stroke-type': 'ischaemic' })
    expect(await openRows(personId)).toEqual(['EL-C08 override present', 'EL-A03 caution present'])
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-needs-override')
    expect(await kindOf(overrideOn(clinic, personId, { rule: 'EL-C08', days: 500 }))).toBe(
      'validity-not-possible',
    )
    expect((await overrideOn(clinic, personId, { rule: 'EL-C08' })).statusCode).toBe(200)
    expect((await decideOn(clinic, personId)).statusCode).toBe(200)
    expect(await standing(personId)).toBe('clear')
  })

  test('a written decision that was altered covers nothing, and the page says so', async () => {
    const personId = await known('stroke')
    await answerAllWell(clinic, personId, { 'last-heart-event': 'on 2021-04-17', 'stroke-type': 'ischaemic' })
    await overrideOn(clinic, personId, { rule: 'EL-C08' })
    const covered = async () =>
      (await clearanceOf(clinic, personId)).findings.find(({ rule }: Shown) => rule === 'EL-C08').override
    expect(await covered()).not.toBe(null)
    await owner.query(
      `update finding_override set expires_at = expires_at + interval '1 day' where person_id = $1`,
      [personId],
    )
    expect(await covered()).toBe(null)
    expect((await clearanceOf(clinic, personId)).brokenOverrides).toMatchObject([{ rule: 'EL-C08' }])
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-needs-override')
  })

  test('cleared as ischaemic and then stated a bleed is recalled', async () => {
    const personId = await known('stroke')
    await answerAllWell(clinic, personId, { 'last-heart-event': 'on 2021-04-17', 'stroke-type': 'ischaemic' })
    await overrideOn(clinic, personId, { rule: 'EL-C08' })
    await decideOn(clinic, personId)
    await answer(clinic, personId, { 'stroke-type': 'bleed' })
    expect(await standing(personId)).toBe('recalled')
    expect((await clearanceOf(clinic, personId)).clearances[0].recalledFor).toEqual(['EL-C03'])
  })
})

describe('a seizure disorder', () => {
  test('is held until the last seizure’s date is known, then decided in writing', async () => {
    const personId = await known('seizure')
    await answerAllWell(clinic, personId, {
      'last-seizure': 'cannot-be-known',
      'benzodiazepine-amount': 'up-to-3-mg',
    })
    expect(await openRows(personId)).toEqual([
      'EL-N02 override unknown',
      'IX-02 caution present',
      'IX-13 caution present',
    ])
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-open')
    await answer(clinic, personId, { 'last-seizure': 'on 2019-01' })
    expect((await openRows(personId))[0]).toBe('EL-N02 override present')
    expect(await kindOf(decideOn(clinic, personId))).toBe('finding-needs-override')
    await overrideOn(clinic, personId, { rule: 'EL-N02' })
    expect(await kindOf(decideOn(clinic, personId, { acknowledged: ['IX-02'] }))).toBe(
      'finding-not-acknowledged',
    )
    expect((await decideOn(clinic, personId)).statusCode).toBe(200)
    expect(await standing(personId)).toBe('clear')
  })
})

test('a record that comes in after a clearance and stands against it recalls it', async () => {
  const who = patient({ identifier: [{ system: 'https://clinic.example/mrn', value: `EX-${randomUUID()}` }] })
  const personId = await refer(clinic, textOf(bundleOf(who)))
  await answerAllWell(clinic, personId)
  await decideOn(clinic, personId)
  await ask(people.coordinator, '/api/referrals', {
    body: { referral: textOf(bundleOf(who, condition({ code: { text: 'a sore knee' } }))) },
  })
  expect(await standing(personId)).toBe('clear')
  await ask(people.coordinator, '/api/referrals', {
    body: { referral: textOf(bundleOf(who, condition({ id: 'stroke' }))) },
  })
  expect(await standing(personId)).toBe('recalled')
})

describe('what the client is told', () => {
  const holdFor = async (personId: string) => {
    await owner.query('delete from seat where person_id = $1', [personId])
    await owner.query(
      `insert into seat (id, practice_id, account_id, kind, person_id, since) values ($1, $2, $3, 'client', $1, $4)`,
      [personId, clinic.practiceId, people.otherClient.accountId, new Date(clock.machineNow - day)],
    )
    const reply = await ask({ ...people.otherClient, seatId: personId }, `/api/people/${personId}/hold`)
    await owner.query('delete from seat where person_id = $1', [personId])
    return reply.json()
  }

  test('is nothing while nothing stands in the way', async () => {
    const personId = await known('plain')
    expect(await holdFor(personId)).toMatchObject({ held: false, call: null })
  })

  test('is that we will talk first, who will call, by when; never why', async () => {
    const personId = await known('stroke')
    expect(await holdFor(personId)).toEqual({
      held: true,
      call: null,
      practiceName: 'Ours',
      phone: '+1 555 010 0100',
      hours: null,
    })
    const due = (await careNowOf(clinic)) + 2 * day
    const dueBy = isoOf(due)
    const promise = (memberId: string) =>
      ask(people.coordinator, `/api/people/${personId}/calls`, {
        body: { id: randomUUID(), memberId, dueBy },
      })
    expect((await promise(people.therapist.seatId)).statusCode).toBe(404)
    await assign(owner, { member: people.therapist, personId })
    expect((await promise(people.therapist.seatId)).statusCode).toBe(200)
    const { rows } = await owner.query(`select kind, owner_seat_id, due_at from task where person_id = $1`, [
      personId,
    ])
    expect(rows).toEqual([
      { kind: 'call-promised', owner_seat_id: people.therapist.seatId, due_at: new Date(due) },
    ])
    expect(await holdFor(personId)).toMatchObject({
      held: true,
      call: { memberName: 'Member therapist', dueBy: due },
    })
  })

  test('“not now” is signed with who calls and by when: a task of theirs, on the trail, and on the client’s page', async () => {
    const personId = await known('plain')
    await answerAllWell(clinic, personId)
    const signed = { decision: 'not-now', validUntil: null } as const
    expect(await kindOf(decideOn(clinic, personId, { ...signed, call: null }))).toBe('call-missing')
    expect((await clearanceOf(clinic, personId)).clearances).toEqual([])
    await assign(owner, { member: people.therapist, personId })
    const due = (await careNowOf(clinic)) + 2 * day
    const call = { id: randomUUID(), memberId: people.therapist.seatId, dueBy: isoOf(due) }
    const stranger = { ...call, memberId: people.coordinator.seatId }
    expect((await decideOn(clinic, personId, { ...signed, call: stranger })).statusCode).toBe(404)
    expect((await decideOn(clinic, personId, { ...signed, call })).statusCode).toBe(200)
    const { rows } = await owner.query(`select owner_seat_id, due_at from task where person_id = $1`, [
      personId,
    ])
    expect(rows).toEqual([{ owner_seat_id: people.therapist.seatId, due_at: new Date(due) }])
    const trail = await owner.query(`select action from audit_event where person_id = $1 order by id`, [
      personId,
    ])
    expect(trail.rows.map(({ action }) => action).slice(-3)).toContain('call.promise')
    expect(await holdFor(personId)).toMatchObject({
      held: true,
      call: { memberName: 'Member therapist', dueBy: due },
    })
    // That one still stands, so none is asked for; and what clears them comes with none.
    expect((await decideOn(clinic, personId, { ...signed, decision: 'no', call: null })).statusCode).toBe(200)
    expect(await kindOf(decideOn(clinic, personId, { call: { ...call, id: randomUUID() } }))).toBe(
      'malformed',
    )
  })

  test('ends when the prescriber has cleared', async () => {
    const personId = await known('stroke')
    await answerAllWell(clinic, personId, { 'last-heart-event': 'on 2021-04-17', 'stroke-type': 'ischaemic' })
    await overrideOn(clinic, personId, { rule: 'EL-C08' })
    await decideOn(clinic, personId)
    expect(await holdFor(personId)).toMatchObject({ held: false })
  })
})

test('an answer no question offers, or to no question, is refused and nothing of it is kept', async () => {
  const personId = await known('plain')
  expect(await kindOf(answer(clinic, personId, { liver: 'perhaps' }))).toBe('answer-not-offered')
  expect(await kindOf(answer(clinic, personId, { liver: 'no', shoe: 'no' }))).toBe('answer-not-offered')
  expect((await clearanceOf(clinic, personId)).answers).toEqual([])
})
