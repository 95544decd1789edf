import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, minute } from '../kernel/instant.ts'
import { fromLibrary } from './library.content.ts'
import { isLeftToAPerson, saidRightNow, urgencyOfScreen } from './screen.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const move = (careNow: number) =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(careNow).toISOString(),
  ])
beforeAll(() => move(machineStart))

async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}
const sheet = (instrumentId: string, answers: object, more: object = {}) => ({
  id: randomUUID(),
  instrumentId,
  language: 'en',
  answers,
  withheld: {},
  ...more,
})
const phq9 = (item9: number, more: object = {}) =>
  sheet('phq-9', { answers: [1, 1, 1, 1, 1, 1, 1, 1, item9] }, more)
const asq = (answers: object, more: object = {}) => sheet('asq', answers, more)
const send = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/answers`, { body })
const keep = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/asking/draft`, { body })
const asking = async (who: Someone) => (await ask(who, `/api/people/${who.seatId}/asking`)).json()
const tasksOf = async (who: Someone) =>
  (
    await owner.query('select kind, urgency from task where person_id = $1 order by raised_at, kind', [
      who.seatId,
    ])
  ).rows.map(({ kind, urgency }) => `${kind} ${urgency}`)

const no = { 1: 'no', 2: 'no', 3: 'no', 4: 'no' }

describe('in the same sitting', () => {
  test('thoughts of death above "not at all" open the screen, before anything else that is due', async () => {
    const client = await someone()
    expect((await asking(client)).screen.id).toBe('asq')
    await send(client, phq9(1))
    const now = await asking(client)
    expect(now.due[0]).toMatchObject({ occasion: 'same-sitting', instrument: { id: 'asq' } })
    await send(client, asq(no))
    expect((await asking(client)).due.map(({ occasion }: { occasion: string }) => occasion)).not.toContain(
      'same-sitting',
    )
    expect((await asking(client)).last.told).toMatchObject({ ownerName: 'Member therapist', atOnce: false })
  })

  test('none opens nothing, and a sitting broken off is over the next day', async () => {
    const [calm, gone] = [await someone(), await someone()]
    await send(calm, phq9(0))
    await send(gone, phq9(2))
    const isOpened = async (who: Someone) =>
      (await asking(who)).due.some(({ occasion }: { occasion: string }) => occasion === 'same-sitting')
    expect([await isOpened(calm), await isOpened(gone)]).toEqual([false, true])
    await move(machineStart + day + minute)
    expect(await isOpened(gone)).toBe(false)
    await move(machineStart)
  })

  test('without words in that language a person asks it', () => {
    const screen = fromLibrary('asq')!
    const onlyEnglish = { ...screen, languages: { en: screen.languages.en! } }
    expect(isLeftToAPerson(onlyEnglish, 'en')).toBe(false)
    expect(isLeftToAPerson(onlyEnglish, 'es')).toBe(true)
    expect(isLeftToAPerson(undefined, 'en')).toBe(true)
  })
})

describe('what the screen raises', () => {
  test('"right now: yes" calls at once, from the draft on, though the first yes was for the same day', async () => {
    const client = await someone()
    const form = asq({ 1: 'yes' })
    await keep(client, form)
    expect(await tasksOf(client)).toEqual(['danger-answer same-day'])
    await keep(client, { ...form, answers: { ...no, 1: 'yes', 5: 'yes' } })
    await send(client, { ...form, answers: { ...no, 1: 'yes', 5: 'yes' } })
    expect(await tasksOf(client)).toEqual(['danger-answer same-day', 'danger-now at-once'])
    expect((await asking(client)).last.told).toMatchObject({ listed: false, atOnce: true })
  })

  test('another yes, or a refusal, is for the same day; the same as the last time is listed', async () => {
    const client = await someone()
    const past = { ...no, 4: 'yes', 5: 'no' }
    await send(client, asq(past))
    await send(client, asq(past))
    await send(client, asq({ ...past, 2: 'refused' }))
    expect(await tasksOf(client)).toEqual([
      'danger-answer same-day',
      'danger-answer listed',
      'danger-answer same-day',
    ])
  })

  test('said long ago, it is new again: in the draft, when it is sent, and in another form', async () => {
    const client = await someone()
    const past = { ...no, 4: 'yes', 5: 'no' }
    await send(client, asq(past))
    await send(client, phq9(1))
    await move(machineStart + 59 * day)
    await keep(client, asq(past))
    await send(client, phq9(1))
    await move(machineStart + 121 * day)
    const form = asq(past)
    await keep(client, form)
    await send(client, form)
    await send(client, phq9(1))
    await move(machineStart)
    expect(await tasksOf(client)).toEqual([
      ...Array<string>(2).fill('danger-answer same-day'),
      ...Array<string>(2).fill('danger-answer listed'),
      ...Array<string>(2).fill('danger-answer same-day'),
    ])
  })

  test('a question left for a talk is passed on', async () => {
    const client = await someone()
    await send(client, asq({ 1: 'no', 2: 'no', 3: 'no' }, { withheld: { 4: 'in-person' } }))
    expect(await tasksOf(client)).toEqual(['asked-in-person same-day'])
  })

  const screen = fromLibrary('asq')!
  test.each([
    ['yes now', null, { ...no, 1: 'yes', 5: 'yes' }, 'at-once'],
    ['yes now, as the last time', { ...no, 1: 'yes', 5: 'yes' }, { ...no, 1: 'yes', 5: 'yes' }, 'at-once'],
    ['now refused', null, { ...no, 1: 'yes', 5: 'refused' }, 'same-day'],
    ['now refused again', { 1: 'yes', 5: 'refused' }, { ...no, 1: 'yes', 5: 'refused' }, 'same-day'],
    ['never asked before', null, { ...no, 4: 'yes', 5: 'no' }, 'same-day'],
    ['fewer than before', { ...no, 1: 'yes', 4: 'yes' }, { ...no, 4: 'yes', 5: 'no' }, 'listed'],
    ['another than before', { ...no, 1: 'yes' }, { ...no, 2: 'yes', 5: 'no' }, 'same-day'],
    ['refused what was a yes', { ...no, 1: 'yes' }, { ...no, 1: 'refused', 5: 'no' }, 'same-day'],
  ] as const)('%s', (...[, before, now, urgency]) =>
    expect(urgencyOfScreen(screen, before, now)).toBe(urgency),
  )
  test('"right now" is the screen’s own question, and no other form’s', () =>
    expect(saidRightNow(fromLibrary('phq-9')!, { 5: 'yes' })).toBe(false))
})
