import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addCourse, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { choices, consenting } from '../app/testing/consenting.ts'
import { passTime } from '../app/testing/journey.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'
import { nothingChosen, type Choices, type Touch } from './document.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic
const { at, someone, state, sign, withdraw, dosed } = consenting(clinic)
beforeEach(() => void (clock.machineNow = machineStart))

const none = { ...nothingChosen.touch.hand, takenBackAt: null }
const inRoom = async (sessionId: string, who = people.monitor) =>
  (await ask(who, `/api/sessions/${sessionId}/touch`)).json()
const narrow = (sessionId: string, [part, heardAt]: readonly [string, number], who = people.monitor) =>
  ask(who, `/api/sessions/${sessionId}/narrowings`, {
    body: { id: randomUUID(), part, heardAt: isoOf(heardAt) },
  })
const rehearse = (client: Someone, who = people.therapist) =>
  ask(who, at(client, '/rehearsals'), { body: { id: randomUUID() } })

/** Signed as `choices` says, in a session under the medicine for an hour. */
async function underMedicine(chosen: Choices = choices) {
  const client = await someone()
  await sign(client, { choices: chosen })
  await passTime({ clinic }, 2 * hour)
  return { client, ...(await dosed(client, hour)) }
}

describe('what touch is all right', () => {
  test('nothing, until the client said so; and nothing once it was taken back', async () => {
    const client = await someone()
    const { sessionId } = await addCourse(owner, practiceId, client.seatId)
    const nothing = { touch: { hand: none, shoulder: none, blanket: none }, rehearsed: null }
    expect(await inRoom(sessionId)).toMatchObject({ state: 'unsigned', ...nothing })
    await sign(client)
    expect((await inRoom(sessionId)).touch.hand.answer).toBe('if-i-reach')
    await withdraw(client)
    expect(await inRoom(sessionId)).toMatchObject({ state: 'withdrawn', ...nothing })
  })

  test('kind by kind: how, by whom, and where on the body', async () => {
    const { sessionId } = await underMedicine()
    expect((await inRoom(sessionId)).touch).toEqual({
      hand: { ...choices.touch.hand, takenBackAt: null },
      shoulder: none,
      blanket: { ...choices.touch.blanket, takenBackAt: null },
    })
  })

  test('a yes to no place at all is a no', async () => {
    const touch = { ...choices.touch, hand: { ...choices.touch.hand, where: [] } }
    const { sessionId } = await underMedicine({ ...choices, touch })
    expect((await inRoom(sessionId)).touch.hand).toEqual(none)
  })

  test('a place that belongs to another kind cannot be signed', async () => {
    const client = await someone()
    const hand = { ...choices.touch.hand, where: ['upper-back'] }
    const wider = { ...choices, touch: { ...choices.touch, hand } }
    expect((await sign(client, { choices: wider })).json().kind).toBe('malformed')
  })

  test('what is signed for stopping is what everyone in the room reads', async () => {
    const client = await someone()
    const { courseId } = await addCourse(owner, practiceId, client.seatId)
    const stop = { word: 'Harbor', gesture: 'an open palm' }
    await sign(client, { choices: { ...choices, stop } })
    const brought = (await ask(people.monitor, `/api/courses/${courseId}/preparation`)).json()
    expect([brought.stop, (await state(client)).stop]).toEqual([stop, stop])
    await sign(client, { choices: { ...choices, stop } })
    const { rows } = await owner.query('select count(*)::int as n from stop_signal where person_id = $1', [
      client.seatId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('during a session', () => {
  test.each([
    ['touch:hand', ['hand']],
    ['touch', ['hand', 'blanket']],
    ['recording', []],
  ] as const)('one press for “%s” takes that away and leaves the rest', async (part, gone) => {
    const { sessionId, careNow } = await underMedicine({ ...choices, recording: 'audio' })
    expect((await narrow(sessionId, [part, careNow - minute])).statusCode).toBe(200)
    const { touch, recording } = await inRoom(sessionId)
    for (const kind of ['hand', 'blanket'] as const)
      expect([kind, touch[kind].answer, touch[kind].takenBackAt]).toEqual(
        (gone as readonly string[]).includes(kind)
          ? [kind, 'no', careNow - minute]
          : [kind, choices.touch[kind].answer, null],
      )
    expect(recording.answer).toBe(part === 'recording' ? 'no' : 'audio')
  })

  test('there is no way to widen: neither the press, nor a signature, nor the database', async () => {
    const { client, sessionId, careNow } = await underMedicine()
    for (const part of ['all-touch', 'touch:hand:yes', 'widen']) {
      const reply = await narrow(sessionId, [part, careNow])
      expect([part, reply.json().kind]).toEqual([part, 'malformed'])
    }
    const shoulder: Touch = { answer: 'ask-each-time', who: 'team', where: ['upper-back'] }
    const wider = { ...choices, touch: { ...choices.touch, shoulder } }
    expect((await sign(client, { choices: wider })).json().kind).toBe('not-signed-yet')
    expect((await inRoom(sessionId)).touch.shoulder).toEqual(none)
  })

  test('what a device heard before the signature, by its own clock, still holds', async () => {
    const { sessionId, careNow } = await underMedicine()
    await narrow(sessionId, ['touch', careNow - 3 * day])
    expect((await inRoom(sessionId)).touch.hand.answer).toBe('no')
  })

  test('the client narrows it from their own page too, and the room sees it', async () => {
    const { client, sessionId } = await underMedicine()
    expect((await withdraw(client, 'touch')).statusCode).toBe(200)
    expect((await inRoom(sessionId)).touch.blanket.answer).toBe('no')
  })

  test('whoever is in the room may write it down; someone else may not', async () => {
    const { sessionId, careNow } = await underMedicine()
    for (const who of [people.coordinator, people.administrator])
      expect((await narrow(sessionId, ['touch', careNow], who)).statusCode).toBe(403)
    for (const who of [people.therapist, people.prescriber])
      expect((await narrow(sessionId, ['touch', careNow], who)).statusCode).toBe(200)
  })
})

describe('rehearsing', () => {
  test('is a fact: when and with whom, for the client and for the room', async () => {
    const client = await someone()
    const { sessionId } = await addCourse(owner, practiceId, client.seatId)
    await sign(client)
    expect((await state(client)).rehearsed).toBeNull()
    expect((await rehearse(client)).statusCode).toBe(200)
    const { rows } = await owner.query('select name from member where id = $1', [people.therapist.seatId])
    for (const seen of [await state(client, client), await inRoom(sessionId)])
      expect(seen.rehearsed).toMatchObject({ withName: rows[0].name })
  })

  test('what is signed anew is rehearsed anew', async () => {
    const client = await someone()
    await sign(client)
    await rehearse(client)
    await sign(client)
    expect((await state(client)).rehearsed).toBeNull()
  })

  test('not by the client alone, not before anything was signed, and not under the medicine', async () => {
    const client = await someone()
    expect((await rehearse(client)).json().kind).toBe('not-found')
    await sign(client)
    expect((await rehearse(client, client)).statusCode).toBe(403)
    await dosed(client, hour)
    expect((await rehearse(client)).json().kind).toBe('nothing-widens-yet')
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
    const straight = owner.query(
      `insert into consent_rehearsal (practice_id, id, person_id, signature_id, rehearsed_with, rehearsed_at)
       select practice_id, $1, person_id, id, $2, now() from consent_signature where person_id = $3 limit 1`,
      [randomUUID(), people.therapist.seatId, client.seatId],
    )
    await expect(straight).rejects.toMatchObject({ code: 'TL001' })
  })
})
