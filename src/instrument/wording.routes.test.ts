import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { fromLibrary } from './library.content.ts'
import { faultsInWording } from './ownWords.ts'
import { inventedWording } from './testing/wording.ts'
import { fieldsFor, readWordingFile } from './wordingTyped.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const wording = inventedWording('bdi-ii')
const load = (more: object = {}, who = people.administrator) =>
  ask(who, '/api/wordings', {
    body: {
      id: randomUUID(),
      instrumentId: 'bdi-ii',
      language: 'en',
      wording,
      licence: 'No. 7 of 2026',
      ...more,
    },
  })
const stored = async () =>
  (
    await owner.query('select language, licence from own_wording where practice_id = $1 order by number', [
      practiceId,
    ])
  ).rows
const here = async (id: string) =>
  (await ask(people.administrator, '/api/wordings'))
    .json()
    .instruments.find((each: { id: string }) => each.id === id)

test('an instrument without words says what it needs; loaded, who did it and by what right stands with it', async () => {
  expect(await here('bdi-ii')).toMatchObject({ tier: 'S', own: [] })
  expect(await here('phq-9')).toBeUndefined()
  expect((await load()).statusCode).toBe(200)
  expect((await here('bdi-ii')).own).toMatchObject([
    { language: 'en', licence: 'No. 7 of 2026', by: 'Member administrator' },
  ])
})

test('where the project has words in one language, only the other can be loaded', async () => {
  expect(await here('pcl-5')).toMatchObject({ tier: 'A', languages: ['es'] })
  const spanish = { instrumentId: 'pcl-5', wording: inventedWording('pcl-5') }
  expect((await load({ ...spanish, language: 'en' })).statusCode).toBe(422)
  expect((await load({ ...spanish, language: 'es' })).statusCode).toBe(200)
  expect((await here('pcl-5')).own).toMatchObject([{ language: 'es' }])
  expect((await load({ ...spanish, language: 'es', wording: null, licence: 'ended' })).statusCode).toBe(200)
})

test('taken back it is gone from the screen, and both stay on record', async () => {
  await load({ wording: null, licence: 'ended' })
  expect((await here('bdi-ii')).own).toEqual([])
  expect((await stored()).map(({ licence }) => licence)).toEqual([
    'No. 7 of 2026',
    'No. 7 of 2026',
    'ended',
    'ended',
  ])
})

test.each([
  [
    'with a question that has no words',
    { wording: { ...wording, items: { ...wording.items, 9: '' } } },
    'items.9',
  ],
  [
    'with a question nobody knows',
    { wording: { ...wording, items: { ...wording.items, x: 'y' } } },
    'items.x',
  ],
  ['in place of the project’s own words', { instrumentId: 'phq-9' }, 'language'],
])('%s it is refused, and where is said', async (...[, more, path]) => {
  const reply = await load(more)
  expect([reply.statusCode, reply.json().fields[0].path]).toEqual([422, path])
})

test('without a right it is refused, and so is whoever does not administer', async () => {
  expect((await load({ licence: ' ' })).statusCode).toBe(422)
  for (const who of [people.therapist, people.client]) expect((await load({}, who)).statusCode).toBe(403)
})

test('from a file: what it names is filled in, what it does not stays open, and what is no file is none', () => {
  const { items, options } = {
    items: fromLibrary('bdi-ii')!.items.map(({ id }) => String(id)),
    options: { a: 2 },
  }
  const needed = { items, options }
  expect(readWordingFile('{"title":"T","items":{"1":"one"},"options":{"a":["x"]}}', needed)).toMatchObject({
    title: 'T',
    stem: '',
    items: { 1: 'one', 2: '' },
    options: { a: ['x', ''] },
  })
  expect([readWordingFile('[]', needed), readWordingFile('no', needed)]).toEqual([undefined, undefined])
  expect(fieldsFor(needed).items).toHaveProperty('21', '')
})

test('whatever is asked for on the page, once filled in, is all that an instrument needs', async () => {
  const { instruments } = (await ask(people.administrator, '/api/wordings')).json()
  const filled = (text: string) => JSON.parse(text.replaceAll('""', '"x"'))
  for (const needed of instruments) {
    const wording = { ...filled(JSON.stringify(fieldsFor(needed))), bands: {} }
    expect([needed.id, faultsInWording(fromLibrary(needed.id)!, wording)]).toEqual([needed.id, []])
  }
})
