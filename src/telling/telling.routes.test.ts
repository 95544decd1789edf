import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addDeparted, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { canary } from '../app/testing/canaries.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { answer, answerAllWell, careNowOf, clearanceOf, decideOn } from '../app/testing/deciding.ts'
import { hour, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, practiceId, people } = clinic

/** Someone invited, with the team that looks after them. */
async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId, 'Ana')
  for (const member of [people.therapist, people.prescriber])
    await assign(owner, { member, personId: client.seatId })
  return client
}

type Said = Readonly<Record<string, string | { answer: string; on?: string; words?: string }>>

const at = (client: Someone) => `/api/people/${client.seatId}/telling`
const read = async (as: Someone, client: Someone) => (await ask(as, at(client))).json()
const told = (said: Said) =>
  Object.entries(said).map(([question, one]) => ({
    id: randomUUID(),
    question,
    on: null,
    words: '',
    ...(typeof one === 'string' ? { answer: one } : one),
  }))
const tell = (as: Someone, client: Someone, said: Said) =>
  ask(as, at(client), { body: { edition: '2026-11-29', language: 'en', said: told(said) } })
const finish = (client: Someone, id = randomUUID()) => ask(client, `${at(client)}/done`, { body: { id } })

const findingOf = async (client: Someone, rule: string) =>
  (await clearanceOf(clinic, client.seatId)).findings.find((one: { rule: string }) => one.rule === rule)
const toldOf = async (client: Someone, about: string) =>
  (await clearanceOf(clinic, client.seatId)).told.find((one: { about: { question: string }[] }) =>
    one.about.some(({ question }) => question === about),
  )

describe('a client’s own history', () => {
  test('is kept answer by answer, found again, and changed with what was said before still on record', async () => {
    const client = await someone()
    expect(await read(client, client)).toMatchObject({ told: [], doneAt: null })
    expect((await tell(client, client, { aneurysm: 'no' })).statusCode).toBe(200)
    await tell(client, client, { aneurysm: { answer: 'yes', words: canary('history', client.seatId) } })
    expect((await read(client, client)).told).toMatchObject([{ question: 'aneurysm', answer: 'yes' }])
    const { rows } = await owner.query(
      `select answer, language, edition, told_by from telling where person_id = $1 order by number`,
      [client.seatId],
    )
    const by = { language: 'en', edition: '2026-11-29', told_by: client.seatId }
    expect(rows).toEqual([
      { answer: 'no', ...by },
      { answer: 'yes', ...by },
    ])
  })

  test('gives back what stood under each answer, so that turning to another and back loses nothing', async () => {
    const client = await someone()
    const yes = { answer: 'yes', on: '2019', words: canary('history', client.seatId) }
    await tell(client, client, { 'brain-bleed': 'yes' })
    await tell(client, client, { 'brain-bleed': yes })
    expect(await read(client, client)).toMatchObject({ told: [yes], earlier: [] })
    await tell(client, client, { 'brain-bleed': 'no' })
    const both = await read(client, client)
    expect(both.told).toMatchObject([{ question: 'brain-bleed', answer: 'no', on: null, words: '' }])
    expect(both.earlier).toMatchObject([{ question: 'brain-bleed', ...yes }])
  })

  test('shows no finding, no severity and no rule to the client', async () => {
    const client = await someone()
    await tell(client, client, { aneurysm: 'yes', pregnancy: 'pregnant' })
    const shown = JSON.stringify(await read(client, client))
    expect(shown).not.toMatch(/EL-|block|override|severity|means/)
    const home = (await ask(client, `/api/people/${client.seatId}/hold`)).json()
    expect(home).toMatchObject({ held: false })
  })

  test('told without a network it bears its own moment, and once sent twice it is one', async () => {
    const client = await someone()
    const before = (await careNowOf(clinic)) - 3 * hour
    const [id, intentKey] = [randomUUID(), randomUUID()]
    const said = [{ id, question: 'avm', answer: 'no', on: null, words: '' }]
    const body = { edition: '2026-11-29', language: 'es', at: isoOf(before), said }
    for (let sent = 0; sent < 2; sent += 1)
      expect((await ask(client, at(client), { body, intentKey })).statusCode).toBe(200)
    expect((await read(client, client)).told).toMatchObject([{ question: 'avm', toldAt: before }])
    expect(await toldOf(client, 'avm')).toMatchObject({ language: 'es', toldAt: before })
  })

  test('takes nothing that is not offered, and no date ahead', async () => {
    const client = await someone()
    const kindOf = async (said: Said) => (await tell(client, client, said)).json().kind
    expect(await kindOf({ aneurysm: 'perhaps' })).toBe('answer-not-offered')
    expect(await kindOf({ 'suicide-assessment': 'not-high' })).toBe('answer-not-offered')
    expect(await kindOf({ 'last-seizure': { answer: 'yes', on: '2099' } })).toBe('date-not-possible')
  })

  test('is written by nobody else, in the command and in the database', async () => {
    const client = await someone()
    const gone = await addDeparted(owner, await someone())
    for (const as of [
      people.therapist,
      people.prescriber,
      people.coordinator,
      people.client,
      people.foreigner,
    ])
      expect([403, 404]).toContain((await tell(as, client, { avm: 'no' })).statusCode)
    for (const as of [people.therapist, people.coordinator, people.client])
      expect([403, 404]).toContain((await ask(as, at(client))).statusCode)
    expect([401, 403]).toContain((await tell(gone, gone, { avm: 'no' })).statusCode)
    await expect(
      owner.query(
        `set role throughline_app; select set_config('app.practice_id', '${practiceId}', false),
           set_config('app.seat_id', '${people.therapist.seatId}', false);
         insert into telling (practice_id, id, person_id, question, edition, language, answer, told_by, told_at)
         values ('${practiceId}', '${randomUUID()}', '${client.seatId}', 'avm', 'x', 'en', 'no', '${people.therapist.seatId}', now())`,
      ),
    ).rejects.toThrow(/row-level security/)
    await owner.query(`reset role; select set_config('app.practice_id', '', false)`)
  })

  test('is offered on the first page until it is told', async () => {
    const client = await someone()
    const things = async () =>
      (await ask(client, `/api/people/${client.seatId}/home`))
        .json()
        .things.map((one: { kind: string }) => one.kind)
    expect(await things()).toContain('history')
    await tell(client, client, { avm: 'no' })
    expect(await things()).toContain('history')
    await finish(client)
    expect(await things()).not.toContain('history')
  })

  test('told to the end, it waits for the prescriber, once; again only with something new', async () => {
    const client = await someone()
    await tell(client, client, { avm: 'no' })
    await finish(client)
    await finish(client)
    const tasks = async () =>
      (
        await owner.query(
          `select owner_seat_id, urgency from task where person_id = $1 and kind = 'history-told'`,
          [client.seatId],
        )
      ).rows
    expect(await tasks()).toEqual([{ owner_seat_id: people.prescriber.seatId, urgency: 'listed' }])
    await tell(client, client, { avm: 'unsure' })
    await finish(client)
    expect(await tasks()).toHaveLength(2)
  })
})

describe('on the page of the decision', () => {
  test('a no settles nothing by itself, and a yes is named beside the open question', async () => {
    const client = await someone()
    await tell(client, client, { aneurysm: 'no', avm: 'yes', 'brain-bleed': 'unsure' })
    expect(await findingOf(client, 'EL-C01')).toMatchObject({ state: 'unknown', because: [] })
    expect(await findingOf(client, 'EL-C02')).toMatchObject({
      state: 'unknown',
      because: [{ kind: 'telling', text: 'yes', question: 'avm', standing: 'to-be-confirmed' }],
    })
    expect(await findingOf(client, 'EL-C03')).toMatchObject({ state: 'unknown', because: [] })
    expect(await toldOf(client, 'aneurysm')).toMatchObject({
      said: { en: 'No', es: 'No' },
      about: [{ question: 'aneurysm', answer: 'no', waits: true }],
    })
  })

  test('a clinician confirms it with a statement that names it', async () => {
    const client = await someone()
    await tell(client, client, { avm: 'no' })
    const { id } = await toldOf(client, 'avm')
    const confirm = (question: string, telling: string) =>
      ask(people.prescriber, `/api/people/${client.seatId}/findings`, {
        body: { answers: [{ id: randomUUID(), question, answer: 'no', on: null, note: '', telling }] },
      })
    expect((await confirm('aneurysm', id)).statusCode).toBe(404)
    expect((await confirm('avm', randomUUID())).statusCode).toBe(404)
    expect((await confirm('avm', id)).statusCode).toBe(200)
    expect(await findingOf(client, 'EL-C02')).toMatchObject({ state: 'settled' })
    expect(await toldOf(client, 'avm')).toMatchObject({ about: [{ waits: false }] })
  })

  test('what is told otherwise opens the question again, and the clearance that had not seen it is recalled', async () => {
    const client = await someone()
    await owner.query(`update person set birth_date = '1985-05-05' where id = $1`, [client.seatId])
    await answerAllWell(clinic, client.seatId)
    expect((await decideOn(clinic, client.seatId)).statusCode).toBe(200)
    const standing = async () => (await clearanceOf(clinic, client.seatId)).standing
    await tell(client, client, { avm: 'no', aneurysm: 'unsure' })
    expect(await standing()).toBe('clear')
    await tell(client, client, { avm: 'yes' })
    expect(await standing()).toBe('recalled')
    expect(await findingOf(client, 'EL-C02')).toMatchObject({
      state: 'unknown',
      because: [{ kind: 'telling', text: 'yes' }],
    })
  })

  test('what a clinician found against it stands, though the client says no', async () => {
    const client = await someone()
    await answer(clinic, client.seatId, { avm: 'yes' })
    await tell(client, client, { avm: 'no' })
    expect(await findingOf(client, 'EL-C02')).toMatchObject({
      state: 'present',
      because: [{ kind: 'statement' }],
    })
  })

  test('an answer given before the client told otherwise, and sent after, does not hide it', async () => {
    const client = await someone()
    await tell(client, client, { avm: 'yes' })
    await answer(clinic, client.seatId, { avm: 'no' })
    expect(await findingOf(client, 'EL-C02')).toMatchObject({
      state: 'unknown',
      because: [{ kind: 'telling' }],
    })
  })
})

describe('medicines by the client’s own hand', () => {
  const tellMedicine = (as: Someone, client: Someone, words: string) =>
    ask(as, `${at(client)}/medicines`, {
      body: { id: randomUUID(), kind: words === 'penicillin' ? 'allergy' : 'medicine', words, dosage: '' },
    })
  const standingsOf = async (client: Someone) =>
    (await ask(people.prescriber, `/api/people/${client.seatId}/history`))
      .json()
      .items.map(({ item, standing }: { item: { coded: { text: string } }; standing: string }) => [
        item.coded.text,
        standing,
      ])

  test('are to be confirmed, known by our table or not, and count with the rules at once', async () => {
    const client = await someone()
    for (const name of ['Theo-24', 'grandmother’s tea'])
      expect((await tellMedicine(client, client, name)).statusCode).toBe(200)
    await tellMedicine(client, client, 'penicillin')
    expect(await standingsOf(client)).toEqual([
      ['Theo-24', 'to-be-confirmed'],
      ['grandmother’s tea', 'to-be-confirmed'],
      ['penicillin', 'to-be-confirmed'],
    ])
    const { findings } = await clearanceOf(clinic, client.seatId)
    const because = findings.flatMap((one: { because: { text: string }[] }) =>
      one.because.map(({ text }) => text),
    )
    expect(because).toContain('Theo-24')
    expect((await read(client, client)).medicines).toMatchObject([
      { words: 'Theo-24' },
      { words: 'grandmother’s tea' },
      { kind: 'allergy', words: 'penicillin' },
    ])
  })

  test('hold no page of theirs, and recall the clearance that had not seen them', async () => {
    const client = await someone()
    await owner.query(`update person set birth_date = '1985-05-05' where id = $1`, [client.seatId])
    await answerAllWell(clinic, client.seatId)
    expect((await decideOn(clinic, client.seatId)).statusCode).toBe(200)
    await tellMedicine(client, client, 'Theo-24')
    expect(await clearanceOf(clinic, client.seatId)).toMatchObject({
      standing: 'recalled',
      changed: { what: [{ kind: 'item', text: 'Theo-24', isNew: true, standing: 'to-be-confirmed' }] },
    })
    expect((await ask(client, `/api/people/${client.seatId}/hold`)).json()).toMatchObject({ held: false })
  })

  test('are written by nobody else, and nothing else comes into the history from a client’s seat', async () => {
    const client = await someone()
    for (const as of [people.therapist, people.client, people.foreigner])
      expect([403, 404]).toContain((await tellMedicine(as, client, 'Theo-24')).statusCode)
    await tellMedicine(client, client, 'Theo-24')
    await owner.query('begin')
    await expect(
      owner.query(
        `set local role throughline_app; select set_config('app.practice_id', '${practiceId}', true),
           set_config('app.seat_id', '${client.seatId}', true), set_config('app.person_id', '${client.seatId}', true);
         insert into history_item (practice_id, id, person_id, kind, item, fingerprint, received_by, received_at)
         select practice_id, gen_random_uuid(), person_id, kind, jsonb_set(item, '{source,type}', '"here"'), decode(repeat('ab', 32), 'hex'),
           received_by, now() from history_item where person_id = '${client.seatId}'`,
      ),
    ).rejects.toThrow(/row-level security/)
    await owner.query('rollback')
  })
})

test('the reviewer sees what is new or different since the last decision, and nothing that says the same again', async () => {
  const client = await someone()
  const changed = async () => (await clearanceOf(clinic, client.seatId)).changed
  expect(await changed()).toBeNull()
  await owner.query(`update person set birth_date = '1985-05-05' where id = $1`, [client.seatId])
  await tell(client, client, { aneurysm: 'no' })
  await answerAllWell(clinic, client.seatId)
  await decideOn(clinic, client.seatId)
  expect(await changed()).toMatchObject({ what: [] })
  await tell(client, client, { avm: 'no', 'last-seizure': { answer: 'yes', on: '2020' }, eye: 'unsure' })
  await answer(clinic, client.seatId, { thyroid: 'no', liver: 'yes' })
  expect((await changed()).what).toMatchObject([
    { kind: 'answer', question: 'liver', answer: 'yes', before: 'no' },
    { kind: 'told' },
    { kind: 'told' },
  ])
})
