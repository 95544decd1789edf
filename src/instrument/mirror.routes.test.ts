import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { library } from './testing/answering.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic

test('an administrator fetches any instrument as a Questionnaire, in the language they choose', async () => {
  const listed = await ask(people.administrator, '/api/questionnaires')
  expect(listed.json().instruments.map(({ id }: { id: string }) => id)).toEqual(library.map(({ id }) => id))
  const { statusCode, json } = await ask(people.administrator, '/api/questionnaires/phq-9?language=es')
  expect([statusCode, json()]).toMatchObject([
    200,
    { resourceType: 'Questionnaire', language: 'es', version: '1', experimental: false },
  ])
  expect(json().item[0].item).toHaveLength(10)
  expect(json().url).toMatch(/\/Questionnaire\/phq-9-es$/)
})

test('where no one may give out the words, the file has the places and says that it has no words', async () => {
  const { json } = await ask(people.administrator, '/api/questionnaires/madrs?language=en')
  expect(json().experimental).toBe(true)
  expect(json().item[0].item[0].text).toContain('not included')
})

test('one that does not exist is not found', async () => {
  expect((await ask(people.administrator, '/api/questionnaires/none?language=en')).statusCode).toBe(404)
})
