import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, passTime, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { isoOf, minute } from '../kernel/instant.ts'

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

type Released = Stage & { readonly orderId: string }
const released = async (): Promise<Released> => {
  const stage = await stageSession(clinic)
  const { orderId } = await makeReady(stage)
  expect((await release(stage)).statusCode).toBe(200)
  return { ...stage, orderId }
}

/** A dose given a minute later, as the record has it. */
async function givenNow(stage: Released) {
  await passTime(stage, minute)
  const { orderId, sessionId } = stage
  const identifiers = ['name', 'birth-date']
  const what = { product: 'racemic', form: 'lozenge', route: 'sublingual', labelMg: 100, labelSalt: 'base' }
  const body = { id: randomUUID(), orderId, identifiers, ...what, givenAt: isoOf(await careNowOf(clinic)) }
  return (await ask(clinic.people.monitor, `/api/sessions/${sessionId}/doses`, { body })).json()
}

const openIn = ({ gates }: { gates: { id: string; state: string }[] }) =>
  gates.filter(({ state }) => state !== 'met').map(({ id }) => id)

describe('what a client adds after a release that has not been used ends it', () => {
  test.each([
    // Against going ahead, unknown to our table, or to be decided in writing: the clearance had not seen it.
    ['Theo-24', ['clearance'], ['findings', 'clearance']],
    ['Zzyzx drops', ['clearance'], ['findings', 'clearance']],
    ['Phenelzine', ['clearance'], ['findings', 'clearance']],
    ['Lorazepam', ['clearance'], ['findings', 'medicines', 'clearance']],
    // What only the rules can say of it is asked again.
    ['Prazosin', ['findings'], ['standing']],
  ])('%s', async (words, gates, open) => {
    const ofDatabase = gates.filter((gate) => gate !== 'findings')
    const stage = await released()
    await tellMedicine(stage, words)
    const ready = await readReady(stage)
    expect(ready).toMatchObject({ release: null, ended: { gates } })
    expect(openIn(ready)).toEqual(open)
    expect((await release(stage)).json().kind).toBe('gates-open')
    expect(await givenNow(stage)).toMatchObject({
      deviation: true,
      because: [...ofDatabase, 'release-ended'],
    })
  })

  test('an allergy too; with nothing open it is released again, and a dose is one as released', async () => {
    const stage = await released()
    await tellMedicine(stage, 'penicillin', 'allergy')
    const ready = await readReady(stage)
    expect(ready).toMatchObject({ release: null, ended: { gates: ['findings'] } })
    expect(openIn(ready)).toEqual([])
    expect((await release(stage)).statusCode).toBe(200)
    expect(await readReady(stage)).toMatchObject({ ended: null, release: { byName: 'Member monitor' } })
    expect(await givenNow(stage)).toMatchObject({ deviation: false })
  })

  test('nothing is ended by what is told of somebody else', async () => {
    const [stage, other] = [await released(), await released()]
    await tellMedicine(other, 'Prazosin')
    expect(await readReady(stage)).toMatchObject({ ended: null, release: { byName: 'Member monitor' } })
  })
})
