import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putting, readReady, stageSession, type Stage } from '../app/testing/journey.ts'
import { isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic
const rule = 'EL-C06a'

const openIn = async (stage: Stage): Promise<string[]> => {
  const { gates } = await readReady(stage)
  return gates.find(({ id }: { id: string }) => id === 'findings').because.items
}
const take = (stage: Stage, systolicMmHg: number, at: number) =>
  ask(people.monitor, `/api/sessions/${stage.sessionId}/vitals`, {
    body: { id: randomUUID(), systolicMmHg, diastolicMmHg: 78, takenAt: isoOf(at) },
  })

test('two blood pressures taken on the ready screen are two that nobody asks for any more', async () => {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  expect(await openIn(stage)).toContain(rule)
  await take(stage, 124, at - 6 * minute)
  expect(await openIn(stage)).toContain(rule)
  await take(stage, 122, at - minute)
  expect(await openIn(stage)).not.toContain(rule)
})

test('a mean above the limit stands against a dose, whoever took the readings; one mistaken is none', async () => {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.pressure(stage, at, { systolic_mmhg: 150, taken_at: isoOf(at - 9 * minute) })
  const slip = await putting.pressure(stage, at, { systolic_mmhg: 152 })
  expect(await openIn(stage)).toContain(rule)
  await putting.pressure(stage, at, { systolic_mmhg: 118, corrects: slip })
  expect(await openIn(stage)).not.toContain(rule)
})

test('what was measured under the medicine says nothing of how someone is at rest', async () => {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.dose(stage, at - 20 * minute, { deviation: true, because: [] })
  await take(stage, 124, at - 6 * minute)
  await take(stage, 122, at - minute)
  expect(await openIn(stage)).toContain(rule)
})
