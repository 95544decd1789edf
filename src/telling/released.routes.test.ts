import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { makeReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { ask } = clinic

const tellMedicine = async ({ client, personId }: Stage, words: string, kind = 'medicine') =>
  expect(
    (
      await ask(client, `/api/people/${personId}/telling/medicines`, {
        body: { id: randomUUID(), kind, words, dosage: '' },
      })
    ).statusCode,
  ).toBe(200)

const released = async (): Promise<Stage> => {
  const stage = await stageSession(clinic)
  await makeReady(stage)
  expect((await release(stage)).statusCode).toBe(200)
  return stage
}

describe('what a client adds after a release that has not been used', () => {
  test.each(['Theo-24', 'Zzyzx drops', 'Prazosin', 'Lorazepam', 'Phenelzine'])('%s', async (words) => {
    const stage = await released()
    await tellMedicine(stage, words)
    const { gates, ended, release: live } = await readReady(stage)
    const open = gates.filter((one: { state: string }) => one.state !== 'met')
    console.log(words, JSON.stringify(open.map((one: { id: string; because: object }) => [one.id, one.because])), JSON.stringify(ended), JSON.stringify(live))
  })
  test('allergy', async () => {
    const stage = await released()
    await tellMedicine(stage, 'ketamine', 'allergy')
    const { gates, ended, release: live } = await readReady(stage)
    const open = gates.filter((one: { state: string }) => one.state !== 'met')
    console.log('allergy', JSON.stringify(open.map((one: { id: string; because: object }) => [one.id, one.because])), JSON.stringify(ended), JSON.stringify(live))
  })
})
