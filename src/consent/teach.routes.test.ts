import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { choices, consenting, documents } from '../app/testing/consenting.ts'
import { passTime } from '../app/testing/journey.ts'
import { day, hour, isoOf } from '../kernel/instant.ts'
import { consentLasts } from './state.ts'
import { openQuestions, taughtBack, type Answer, type Talk } from './teach.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic
const { at, someone, state, tell, teach, sign, dosed } = consenting(clinic)
beforeEach(() => void (clock.machineNow = machineStart))

const talk = (client: Someone, answerId: string, who = people.therapist) =>
  ask(who, at(client, '/talks'), { body: { id: randomUUID(), answerId, note: '' } })
const newest = async (client: Someone, question = 'what') =>
  (await state(client)).teachBack.find((one: { question: string }) => one.question === question)

describe('before signing', () => {
  test('the main points are said in own words: without them nothing is signed, and each is asked for', async () => {
    const client = await someone()
    const ids = documents.en.teachBack.map(({ id }) => id)
    expect((await state(client)).untaught).toEqual(ids)
    const early = await sign(client, { untaught: true })
    expect([early.statusCode, early.json().kind]).toEqual([409, 'say-it-first'])
    for (const question of ids.slice(1)) await tell(client, { question })
    expect((await sign(client, { untaught: true })).json().kind).toBe('say-it-first')
    await tell(client, { question: ids[0] })
    expect((await state(client)).untaught).toEqual([])
    expect((await sign(client, { untaught: true })).statusCode).toBe(200)
  })

  test('the database itself refuses a signature without them, whatever asks it', async () => {
    const client = await someone()
    await sign(client)
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
    const again = () =>
      owner.query(
        `insert into consent_signature (practice_id, id, person_id, opening_id, document_id, document_version, language,
           shown, document_hash, choices, printed_name, meaning, signed_at, signed_by, confirmation_id)
         select practice_id, $1, person_id, opening_id, document_id, document_version, language, shown, document_hash,
           choices, printed_name, meaning, signed_at, signed_by, $1 from consent_signature where person_id = $2 limit 1`,
        [randomUUID(), client.seatId],
      )
    await again()
    await owner.query(`delete from teach_back where person_id = $1 and question = 'stop'`, [client.seatId])
    await expect(again()).rejects.toMatchObject({ code: 'TL270' })
  })

  test('who is not sure is heard by a named person, and signs once it was talked through', async () => {
    const client = await someone()
    await teach(client)
    expect((await tell(client, { words: '', unsure: true })).statusCode).toBe(200)
    const { rows } = await owner.query('select kind from task where person_id = $1', [client.seatId])
    expect(rows).toEqual([{ kind: 'talk-before-signing' }])
    expect((await sign(client, { untaught: true })).json().kind).toBe('say-it-first')
    const { answer } = await newest(client)
    expect((await talk(client, answer.id, client)).statusCode).toBe(403)
    expect((await talk(client, answer.id)).statusCode).toBe(200)
    expect((await newest(client)).talk.talkedAt).toBeGreaterThan(0)
    expect((await sign(client, { untaught: true })).statusCode).toBe(200)
  })

  test('neither words nor “not sure” is no answer', async () => {
    const client = await someone()
    expect((await tell(client, { words: '  ' })).json().kind).toBe('malformed')
    expect((await tell(client, { question: 'weather' })).json().kind).toBe('not-found')
    expect((await tell(client, { documentVersion: '1' })).json().kind).toBe('changed-meanwhile')
  })
})

describe('where they stopped', () => {
  const keep = (client: Someone, page: number, who = client) =>
    ask(who, at(client, '/place'), {
      body: {
        documentVersion: documents.en.version,
        page,
        choices: { touch: choices.touch, recording: 'audio' },
      },
    })

  test('is theirs on any device, with what was chosen, and nobody else’s; a signature ends it', async () => {
    const client = await someone()
    expect((await state(client, client)).place).toBeNull()
    await keep(client, 2)
    expect((await keep(client, 4)).statusCode).toBe(200)
    expect((await state(client, client)).place).toEqual({
      page: 4,
      choices: { touch: choices.touch, recording: 'audio' },
    })
    expect((await state(client, people.therapist)).place).toBeNull()
    expect((await keep(client, 1, people.therapist)).statusCode).toBe(403)
    await sign(client)
    expect((await state(client, client)).place).toBeNull()
  })

  test('may be kept under the medicine too: it is no choice', async () => {
    const client = await someone()
    await dosed(client, hour)
    expect((await keep(client, 3)).statusCode).toBe(200)
    expect((await state(client)).choices).toBeNull()
  })
})

describe('said aloud', () => {
  test('and written down by someone of the team, it counts, with their name and when', async () => {
    const client = await someone()
    for (const { id: question } of documents.en.teachBack) await tell(client, { question }, people.therapist)
    const { rows } = await owner.query('select name from member where id = $1', [people.therapist.seatId])
    expect((await newest(client)).answer).toMatchObject({ heardBy: rows[0].name, unsure: false })
    expect((await sign(client, { untaught: true })).statusCode).toBe(200)
  })

  test('what the client writes is theirs by name of nobody, and staff see both', async () => {
    const client = await someone()
    await tell(client)
    for (const who of [client, people.prescriber, people.monitor]) {
      const { teachBack } = (await ask(who, at(client))).json()
      expect(teachBack[0].answer).toMatchObject({ heardBy: null })
      expect(teachBack[0]).not.toHaveProperty('score')
    }
    expect((await tell(client, {}, people.coordinator)).statusCode).toBe(403)
  })

  test('nobody writes it in somebody else’s name, not even past the server', async () => {
    const { rows } = await owner.query(
      `select polpermissive, pg_get_expr(polwithcheck, polrelid) as fence from pg_policy
       where polrelid = 'teach_back'::regclass and polname = 'own_hand'`,
    )
    expect(rows[0]).toMatchObject({ polpermissive: false })
    expect(rows[0].fence).toContain('told_by = ( SELECT app_seat() AS app_seat)')
  })
})

test('under the medicine nobody is asked, and no talk counts', async () => {
  const client = await someone()
  await tell(client, { words: '', unsure: true })
  const { answer } = await newest(client)
  await dosed(client, hour)
  expect((await tell(client)).json().kind).toBe('not-signed-yet')
  expect((await talk(client, answer.id)).json().kind).toBe('not-signed-yet')
  const straight = owner.query(
    `insert into teach_back (practice_id, id, person_id, document_id, document_version, question, words, unsure, told_by, told_at)
     values ($1, $2, $3, 'd', '1', 'what', 'w', false, $3, now())`,
    [practiceId, randomUUID(), client.seatId],
  )
  await expect(straight).rejects.toMatchObject({ code: 'TL001' })
})

describe('what stands open', () => {
  const now = Date.parse('2026-03-03T18:00:00Z')
  const answer = (id: string, toldAt: number, unsure = false): Answer => ({
    id,
    question: 'what',
    words: 'w',
    unsure,
    heardBy: null,
    toldAt,
  })
  const talked = (answerId: string, talkedAt: number): Talk => ({ answerId, note: '', byName: 'n', talkedAt })
  const open = (answers: Answer[], talks: Talk[] = []) =>
    openQuestions(taughtBack(['what'], { answers, talks }, now)).length > 0

  test.each([
    ['nothing said', [], [], true],
    ['said', [answer('a', now - day)], [], false],
    ['said a year ago to the day', [answer('a', now - consentLasts)], [], true],
    ['said a moment less than a year ago', [answer('a', now - consentLasts + 1)], [], false],
    ['not sure', [answer('a', now - day, true)], [], true],
    ['not sure, and talked through', [answer('a', now - day, true)], [talked('a', now)], false],
    ['not sure, and another answer talked through', [answer('a', now - day, true)], [talked('b', now)], true],
    ['sure first and not sure since', [answer('a', now - day), answer('b', now - 1, true)], [], true],
    ['said tomorrow', [answer('a', now + 1)], [], true],
  ])('%s', (...[, answers, talks, expected]) => expect(open(answers, talks)).toBe(expected))

  test('the database says the same', async () => {
    const client = await someone()
    await tell(client, { words: '', unsure: true })
    await passTime({ clinic }, hour)
    const { answer: unsure } = await newest(client)
    const openInSql = async (moment: number) => {
      const shown = JSON.stringify({ document: documents.en })
      const { rows } = await owner.query('select untaught($1, $2, $3) as id', [
        client.seatId,
        shown,
        isoOf(moment),
      ])
      return rows.map(({ id }) => id)
    }
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
    const all = documents.en.teachBack.map(({ id }) => id)
    const careNow: number = (await state(client)).careNow
    expect(await openInSql(careNow)).toEqual(all)
    await talk(client, unsure.id)
    const later: number = (await state(client)).careNow
    expect(await openInSql(later)).toEqual(all.slice(1))
    expect(await openInSql(later + consentLasts)).toEqual(all)
  })
})
