import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { clearanceOf } from '../app/testing/deciding.ts'
import { makeReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'

const clinic = await openClinic()
const app = new pg.Client(clinic.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await clinic.close()
})
const { ask, people, owner, practiceId } = clinic

type Kind = 'medicine' | 'allergy'
const at = ({ personId }: Stage) => `/api/people/${personId}/telling`

async function tellMedicine(stage: Stage, words: string, kind: Kind = 'medicine') {
  const id = randomUUID()
  const told = await ask(stage.client, `${at(stage)}/medicines`, { body: { id, kind, words, dosage: '' } })
  expect(told.statusCode).toBe(200)
  return id
}
type Saying = { kind: Kind; about: object }
const say = async (stage: Stage, saying: Saying, as = stage.client) =>
  (await ask(as, `${at(stage)}/list`, { body: { id: randomUUID(), ...saying } })).statusCode
const none = (stage: Stage, kind: Kind) => say(stage, { kind, about: { said: 'none' } })
const takeBack = (stage: Stage, itemId: string, said = 'stopped') =>
  say(stage, { kind: 'medicine', about: { said, itemId } })
const takeBackAllergy = (stage: Stage, itemId: string, said = 'mistaken') =>
  say(stage, { kind: 'allergy', about: { said, itemId } })
const own = async (stage: Stage) => (await ask(stage.client, at(stage))).json()
const history = async ({ personId }: Stage) =>
  (await ask(people.prescriber, `/api/people/${personId}/history`)).json()
const itemOf = async (stage: Stage, id: string) =>
  (await history(stage)).items.find((one: { id: string }) => one.id === id)
const changedFor = async (stage: Stage) => (await clearanceOf(clinic, stage.personId)).changed.what
const findingOf = async (stage: Stage, rule: string) =>
  (await clearanceOf(clinic, stage.personId)).findings.find((one: { rule: string }) => one.rule === rule)
const state = async (stage: Stage, itemId: string, answer: string) => {
  const said = { id: randomUUID(), itemId, answer, on: null, note: answer === 'refuted' ? 'Not so.' : '' }
  const path = `/api/people/${stage.personId}/history/confirmations`
  expect((await ask(people.prescriber, path, { body: { statements: [said] } })).statusCode).toBe(200)
}

describe('“none” of a list', () => {
  test('is kept as they said it, shown to them and to staff, until they tell something of that list', async () => {
    const stage = await stageSession(clinic)
    expect((await own(stage)).none).toEqual([])
    expect(await none(stage, 'medicine')).toBe(200)
    expect(await none(stage, 'allergy')).toBe(200)
    const kinds = async () => (await own(stage)).none.map(({ kind }: { kind: string }) => kind)
    expect(await kinds()).toEqual(['medicine', 'allergy'])
    expect((await history(stage)).none).toEqual((await own(stage)).none)
    await clinic.owner.query('select pg_sleep(0.01)')
    await tellMedicine(stage, 'Lisinopril')
    expect(await kinds()).toEqual(['allergy'])
  })

  test('settles nothing: the medicines still have to be gone through', async () => {
    const stage = await stageSession(clinic)
    const before = await findingOf(stage, 'EV-MED')
    expect(before.state).not.toBe('settled')
    await none(stage, 'medicine')
    expect(await findingOf(stage, 'EV-MED')).toEqual(before)
  })
})

describe('a line that is taken back', () => {
  test('stays, and counts: it is not known any more, until a clinician says what holds', async () => {
    const stage = await stageSession(clinic)
    const id = await tellMedicine(stage, 'Phenelzine')
    await state(stage, id, 'confirmed')
    expect((await findingOf(stage, 'IX-08')).state).toBe('present')
    expect(await takeBack(stage, id)).toBe(200)
    expect(await itemOf(stage, id)).toMatchObject({ standing: 'to-be-confirmed', back: { way: 'stopped' } })
    expect(await findingOf(stage, 'IX-08')).toMatchObject({
      state: 'present',
      because: [{ id, standing: 'to-be-confirmed' }],
    })
    expect((await own(stage)).medicines).toMatchObject([{ id, back: { way: 'stopped' } }])
    await state(stage, id, 'refuted')
    expect(await itemOf(stage, id)).toMatchObject({ standing: 'refuted' })
    expect(await findingOf(stage, 'IX-08')).toBeUndefined()
    await takeBack(stage, id, 'mistaken')
    expect(await itemOf(stage, id)).toMatchObject({ standing: 'refuted' })
  })

  test('is the client’s own, of that list, and of their own telling', async () => {
    const [stage, other] = [await stageSession(clinic), await stageSession(clinic)]
    const id = await tellMedicine(stage, 'Lisinopril')
    const allergy = await tellMedicine(stage, 'penicillin', 'allergy')
    expect(await takeBack(other, id)).toBe(404)
    expect(await takeBackAllergy(stage, id)).toBe(404)
    expect(await takeBackAllergy(stage, allergy, 'stopped')).toBe(422)
    expect(await say(stage, { kind: 'medicine', about: { said: 'none' } }, people.therapist)).toBe(403)
    const heard = randomUUID()
    const path = `/api/people/${stage.personId}/told`
    const body = { id: heard, kind: 'medicine', words: 'Sertraline', dosage: '', from: null }
    expect((await ask(people.prescriber, path, { body })).statusCode).toBe(200)
    expect(await takeBack(stage, heard)).toBe(404)
    expect(await takeBackAllergy(stage, allergy)).toBe(200)
  })

  test('past the app too: nobody else’s hand, no line that they did not tell, and nothing changed later', async () => {
    const [stage, other] = [await stageSession(clinic), await stageSession(clinic)]
    const id = await tellMedicine(stage, 'Lisinopril')
    const put = async (as: Stage, itemId: string, words = 'Lisinopril') => {
      await app.query('begin')
      try {
        for (const [name, value] of [
          ['app.practice_id', practiceId],
          ['app.person_id', as.personId],
          ['app.seat_id', as.personId],
        ])
          await app.query(`select set_config($1, $2, true)`, [name, value])
        await app.query(
          `insert into list_said (practice_id, id, person_id, kind, said, item_id, words, told_by, told_at)
           values ($1, $2, $3, 'medicine', 'stopped', $4, $5, $3, now())`,
          [practiceId, randomUUID(), as.personId, itemId, words],
        )
        await app.query('commit')
        return 'kept'
      } catch (cause) {
        await app.query('rollback')
        return (cause as { code: string }).code
      }
    }
    expect(await put(other, id)).toMatch(/42501|23503/)
    expect(await put(stage, id, 'Something else')).toBe('42501')
    expect(await put(stage, id)).toBe('kept')
    await expect(app.query(`update list_said set said = 'mistaken'`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('delete from list_said')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('what it does to what stands', () => {
  const released = async (told: string, kind: Kind = 'medicine') => {
    const stage = await stageSession(clinic)
    const id = await tellMedicine(stage, told, kind)
    await state(stage, id, 'confirmed')
    await makeReady(stage)
    expect((await release(stage)).statusCode).toBe(200)
    return { stage, id }
  }

  test('a release that has not been used ends, and staff see what changed since the decision', async () => {
    const { stage, id } = await released('Lisinopril')
    await takeBack(stage, id)
    expect(await readReady(stage)).toMatchObject({ release: null, ended: { gates: ['findings'] } })
    const item = { kind: 'item', id, standing: 'to-be-confirmed', back: 'stopped' }
    expect((await changedFor(stage)).find((one: { id: string }) => one.id === id)).toMatchObject(item)
  })

  test('“none” ends it where something is on file, and not where nothing is', async () => {
    const { stage } = await released('Lisinopril')
    await none(stage, 'allergy')
    expect(await readReady(stage)).toMatchObject({ ended: null })
    await none(stage, 'medicine')
    expect(await readReady(stage)).toMatchObject({ release: null, ended: { gates: ['findings'] } })
    const [first, second] = await changedFor(stage)
    expect([first, second]).toMatchObject([
      { kind: 'none', list: 'medicine' },
      { kind: 'none', list: 'allergy' },
    ])
  })

  test('it waits with the told history when they say that they are done', async () => {
    const stage = await stageSession(clinic)
    const id = await tellMedicine(stage, 'Lisinopril')
    const done = () => ask(stage.client, `${at(stage)}/done`, { body: { id: randomUUID() } })
    const tasks = async () =>
      (
        await owner.query(
          `select count(*)::int as n from task where person_id = $1 and kind = 'history-told'`,
          [stage.personId],
        )
      ).rows[0].n
    await done()
    await done()
    expect(await tasks()).toBe(1)
    await takeBack(stage, id)
    await done()
    expect(await tasks()).toBe(2)
  })
})
