import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { machineStart } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { choices, consenting, documents } from '../app/testing/consenting.ts'
import { day, hour } from '../kernel/instant.ts'
import { easeOfSpanish, gradeOfEnglish } from '../platform/testing/readability.ts'
import { nothingChosen, type ConsentDocument } from './document.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic
const { at, someone, state, open, sign, withdraw, dosed } = consenting(clinic)

beforeEach(() => void (clock.machineNow = machineStart))

describe('signing', () => {
  test('unsigned, then it stands, with the choices that were made; and everyone in the team sees the same', async () => {
    const client = await someone()
    expect(await state(client)).toMatchObject({ state: 'unsigned', can: { sign: false, withdraw: true } })
    expect((await sign(client)).statusCode).toBe(200)
    for (const who of [client, people.therapist, people.prescriber])
      expect(await state(client, who)).toMatchObject({ state: 'stands', choices, window: { open: true } })
  })

  test('in Spanish it is the Spanish text that was signed, and it can be read again word for word', async () => {
    const client = await someone()
    await sign(client, { language: 'es' })
    const { signatureId } = await state(client)
    const signed = (await ask(client, at(client, `/signed/${signatureId}`))).json()
    expect(signed.document).toEqual(documents.es)
    expect(signed).toMatchObject({
      printedName: 'Test Prueba',
      meaning: documents.es.meaning,
      whole: true,
      choices,
    })
  })

  test('signed three seconds after opening it is refused, kindly, and can be signed later', async () => {
    const client = await someone()
    const openingId = await open(client)
    const quick = await sign(client, { openingId, secondsReading: 3 })
    expect([quick.statusCode, quick.json().kind]).toEqual([409, 'read-first'])
    expect(quick.json().title).toBe('That was very quick.')
    expect((await sign(client, { openingId, secondsReading: 20 })).statusCode).toBe(200)
  })

  test('without confirming that it is them, nothing is signed', async () => {
    const client = await someone()
    expect((await sign(client, { more: { confirmationId: randomUUID() } })).json().kind).toBe(
      'confirmation-needed',
    )
    expect((await state(client)).state).toBe('unsigned')
  })

  test('a confirmation made for other choices does not sign these', async () => {
    const client = await someone()
    const wider = { ...choices, recording: 'audio' }
    expect((await sign(client, { more: { choices: wider } })).json().kind).toBe('changed-meanwhile')
  })

  test('an older text than the one that holds now is not signed', async () => {
    const client = await someone()
    expect((await sign(client, { more: { documentVersion: '0' } })).json().kind).toBe('changed-meanwhile')
  })

  test('an opening of someone else does not count', async () => {
    const [one, other] = [await someone(), await someone()]
    expect((await sign(one, { openingId: await open(other) })).json().kind).toBe('not-found')
  })

  test('nobody signs for a client', async () => {
    const client = await someone()
    for (const who of [people.therapist, people.prescriber, people.administrator, people.coordinator])
      expect(
        (await ask(who, at(client, '/openings'), { body: { id: randomUUID(), language: 'en' } })).statusCode,
      ).toBe(403)
  })

  test('whoever would like to talk first is heard by a named person', async () => {
    const client = await someone()
    expect((await ask(client, at(client, '/talk'), { body: { id: randomUUID() } })).statusCode).toBe(200)
    const { rows } = await owner.query('select kind from task where person_id = $1', [client.seatId])
    expect(rows).toEqual([{ kind: 'talk-before-signing' }])
  })
})

describe('a signature that was altered', () => {
  async function altered(change: string) {
    const client = await someone()
    await sign(client)
    // Whoever owns the database can take away what refuses it; what is broken is known all the same.
    await owner.query('alter table consent_signature drop constraint if exists consent_signature_is_theirs')
    await owner.query(`update consent_signature set ${change} where person_id = $1`, [client.seatId])
    const { state: now, signatureId, choices: allowed } = await state(client)
    return [now, (await ask(client, at(client, `/signed/${signatureId}`))).json().whole, allowed]
  }
  const rehashed = (shown: string) =>
    `shown = ${shown}, document_hash = encode(sha256(convert_to(${shown}, 'UTF8')), 'hex')`

  test('is whole while nobody touched it', async () =>
    expect(await altered('language = language')).toEqual(['stands', true, choices]))

  test.each([
    ['another name beside it', `printed_name = 'Test Pruebo'`],
    ['another meaning', `meaning = meaning || '.'`],
    ['wider touch', `choices = jsonb_set(choices, '{touch,hand}', '{"answer":"ask-each-time"}')`],
    ['choices that no one can read', `choices = '{"touch":7}'`],
    ['a text that is none', rehashed(`'not a text'`)],
    ['a text without a document', rehashed(`'{"document":{},"choices":[]}'`)],
    ['another version', `document_version = '1'`],
    ['another language', `language = 'es'`],
    [
      'another text, hashed anew, for another person',
      rehashed(`replace(shown, '"personId":"', '"personId":"x')`),
    ],
    ['another time', `signed_at = signed_at - interval '1 hour'`],
    [
      'another time, and written down then',
      `signed_at = signed_at - interval '2 days', recorded_at = recorded_at - interval '2 days'`,
    ],
    ['another hand', `signed_by = '${people.therapist.seatId}'`],
    ['another confirmation', `confirmation_id = gen_random_uuid()`],
    ['another way of confirming', `factor = 'passkey'`],
    ['no seal', `seal = null`],
    ['a seal of someone’s own making', `seal = encode(sha256('x'), 'hex')`],
  ])('%s breaks it', async (_, change) => expect(await altered(change)).toEqual(['broken', false, null]))

  test('moved to another person, with a text and a hash made to fit, it is no signature of theirs', async () => {
    const [one, other] = [await someone(), await someone()]
    await sign(one)
    await open(other)
    const fitted = `replace(shown, '${one.seatId}', '${other.seatId}')`
    await owner.query(
      `update consent_signature set person_id = $2, signed_by = $2, ${rehashed(fitted)},
         opening_id = (select id from consent_opening where person_id = $2 limit 1) where person_id = $1`,
      [one.seatId, other.seatId],
    )
    expect([(await state(one)).state, (await state(other)).state]).toEqual(['unsigned', 'broken'])
    expect((await state(other)).choices).toBeNull()
  })

  test('the signed page says who, when, what it means, and how they confirmed that it was them', async () => {
    const client = await someone()
    await sign(client)
    const { signatureId, careNow } = await state(client)
    const signed = (await ask(client, at(client, `/signed/${signatureId}`))).json()
    expect(signed).toMatchObject({
      printedName: 'Test Prueba',
      meaning: documents.en.meaning,
      factor: 'password+totp',
    })
    expect(Math.abs(signed.signedAt - careNow)).toBeLessThan(60_000)
  })

  test('one byte of the text cannot even be stored under the old hash', async () => {
    const client = await someone()
    await sign(client)
    const flip = owner.query(
      `update consent_signature set shown = replace(shown, 'Ketamine', 'Ketamjne') where person_id = $1`,
      [client.seatId],
    )
    await expect(flip).rejects.toMatchObject({ code: '23514' })
    await owner.query('alter table consent_signature drop constraint consent_signature_check')
    await owner.query(
      `update consent_signature set shown = replace(shown, 'Ketamine', 'Ketamjne') where person_id = $1`,
      [client.seatId],
    )
    expect((await state(client)).state).toBe('broken')
  })

  test('cannot be made by the app: what is signed is only added to', async () => {
    for (const table of ['consent_signature', 'consent_withdrawal', 'consent_opening']) {
      const { rows } = await owner.query(
        `select has_table_privilege('throughline_app', $1, 'update') or has_table_privilege('throughline_app', $1, 'delete') as may`,
        [table],
      )
      expect([table, rows[0].may]).toEqual([table, false])
    }
  })
})

describe('taking it back', () => {
  test('works at once, and a named person is told', async () => {
    const client = await someone()
    await sign(client)
    expect((await withdraw(client)).statusCode).toBe(200)
    expect(await state(client)).toMatchObject({ state: 'withdrawn', choices: null })
    const { rows } = await owner.query('select kind from task where person_id = $1', [client.seatId])
    expect(rows).toEqual([{ kind: 'consent-withdrawn' }])
  })

  test('one thing at a time: a hand that was allowed is not any more, the rest stays', async () => {
    const client = await someone()
    await sign(client)
    await withdraw(client, 'touch:hand')
    expect(await state(client)).toMatchObject({
      state: 'stands',
      without: ['touch:hand'],
      choices: { touch: { hand: nothingChosen.touch.hand, blanket: choices.touch.blanket } },
    })
  })

  test('someone in the room who hears it may write it down; a stranger may not', async () => {
    const client = await someone()
    await sign(client)
    expect((await withdraw(client, 'all', people.coordinator)).statusCode).toBe(403)
    expect((await withdraw(client, 'all', people.therapist)).statusCode).toBe(200)
  })

  test('after that it can be signed anew', async () => {
    const client = await someone()
    await sign(client)
    await withdraw(client)
    await sign(client)
    expect((await state(client)).state).toBe('stands')
  })
})

describe('while the medicine may still be at work', () => {
  test('nothing is signed until a day after discharge, from any device; reading and taking back always work', async () => {
    const client = await someone()
    await sign(client)
    await dosed(client, 3 * hour)
    expect((await state(client, client)).window).toEqual({ open: false, until: null })
    const refused = await sign(client)
    expect([refused.statusCode, refused.json().kind]).toEqual([409, 'not-signed-yet'])
    expect((await ask(client, at(client))).statusCode).toBe(200)
    expect((await withdraw(client, 'touch:blanket')).statusCode).toBe(200)
    expect((await withdraw(client)).statusCode).toBe(200)
    expect((await state(client)).state).toBe('withdrawn')
  })

  test('after discharge the page knows when it opens again; a day later it is open', async () => {
    const [soon, later] = [await someone(), await someone()]
    const { careNow } = await dosed(soon, 4 * hour, hour)
    expect((await state(soon)).window.open).toBe(false)
    expect(Math.abs((await state(soon)).window.until - (careNow + 23 * hour))).toBeLessThan(1000)
    await dosed(later, 2 * day, day + hour)
    expect((await sign(later)).statusCode).toBe(200)
  })

  test('the database itself refuses a signature then, whatever asks it', async () => {
    const client = await someone()
    const openingId = await open(client)
    await dosed(client, hour)
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
    const insert = owner.query(
      `insert into consent_signature (practice_id, id, person_id, opening_id, document_id, document_version, language,
         shown, document_hash, choices, printed_name, meaning, signed_at, signed_by, confirmation_id)
       values ($1, $2, $3, $4, 'd', '1', 'en', '{}', encode(sha256('{}'), 'hex'), '{}', 'n', 'm', care_now($1), $3, $2)`,
      [practiceId, randomUUID(), client.seatId, openingId],
    )
    await expect(insert).rejects.toMatchObject({ code: 'TL001' })
  })

  test('a dose that was struck as a mistake closes nothing', async () => {
    const client = await someone()
    await dosed(client, hour)
    await owner.query(
      `insert into dose (practice_id, person_id, course_id, session_id, given_by, recorded_by, id, product, form, route,
         label_mg, label_salt, base_mg, given_at, deviation, because, corrects, struck)
       select practice_id, person_id, course_id, session_id, given_by, recorded_by, $2, product, form, route,
         label_mg, label_salt, base_mg, given_at, deviation, because, id, true from dose where person_id = $1`,
      [client.seatId, randomUUID()],
    )
    expect((await state(client)).window.open).toBe(true)
  })
})

describe('the text itself', () => {
  const running = ({ screens, meaning, teachBack }: ConsentDocument) => [
    ...teachBack.map(({ question }) => question),
    ...screens.flatMap(({ lead, elements }) => [lead, ...elements.flatMap(({ text }) => text)]),
    meaning,
  ]
  test('reads at grade 8 or easier in English, and plainly in Spanish', () => {
    expect(gradeOfEnglish(running(documents.en))).toBeLessThanOrEqual(8)
    expect(easeOfSpanish(running(documents.es))).toBeGreaterThanOrEqual(60)
  })

  test('has six screens, and every element of clinical.md 7.1 on one of them, in both languages alike', () => {
    const shape = ({ screens }: ConsentDocument) =>
      screens.map(({ id, asks, elements }) => [id, asks, elements.map((each) => [each.id, each.sources])])
    expect(documents.en.screens).toHaveLength(6)
    expect(shape(documents.es)).toEqual(shape(documents.en))
    const ids = documents.en.screens.flatMap(({ elements }) => elements.map(({ id }) => id)).toSorted()
    const wanted = Array.from({ length: 21 }, (_, place) => `CO-${String(place + 1).padStart(2, '0')}`)
    expect(ids).toEqual(wanted)
  })

  test('every source it names is named at its end', () => {
    for (const { screens, sources } of Object.values(documents))
      for (const key of screens.flatMap((screen) => screen.elements.flatMap((each) => each.sources)))
        expect(Object.keys(sources)).toContain(key)
  })
})
