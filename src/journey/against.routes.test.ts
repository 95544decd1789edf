import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addCourse, assign } from '../app/testing/arrange.ts'
import { bundleOf, medication, patient, textOf } from '../app/testing/bundle.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { answerAllWell, refer } from '../app/testing/deciding.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

/** Somebody with a course and a session planned, who takes what was told. */
async function taking(...medicines: string[]) {
  const entries = medicines.map((text, place) =>
    medication({ id: `${place} ${randomUUID()}`, medicationCodeableConcept: { text } }),
  )
  const personId = await refer(
    clinic,
    textOf(
      bundleOf(
        patient({ identifier: [{ system: 'https://clinic.example/mrn', value: randomUUID() }] }),
        ...entries,
      ),
    ),
  )
  for (const member of [people.therapist, people.monitor]) await assign(owner, { member, personId })
  const { sessionId } = await addCourse(owner, practiceId, personId)
  return { personId, sessionId }
}
const against = async (sessionId: string, as = people.therapist) =>
  (await ask(as, `/api/sessions/${sessionId}/against`)).json()
const ready = async (sessionId: string) =>
  (await ask(people.monitor, `/api/sessions/${sessionId}/ready`)).json()
const findingsOf = async (sessionId: string) =>
  (await ready(sessionId)).gates.find(({ id }: { id: string }) => id === 'findings')

test('a medicine that a rule stops is named, though no gate of the database is', async () => {
  const { personId, sessionId } = await taking('theophylline')
  await answerAllWell(clinic, personId)
  const { rules } = await against(sessionId)
  expect(rules[0]).toMatchObject({ title: { en: expect.stringMatching(/theophylline/i) } })
  const chart = (await ask(people.therapist, `/api/people/${personId}/chart`)).json()
  expect(chart.openGates.gates).not.toContain('findings')
})

test('it names what the ready page holds a dose for, and nothing else', async () => {
  for (const medicines of [['theophylline'], ['sertraline'], []]) {
    const { personId, sessionId } = await taking(...medicines)
    const named = async () =>
      (await against(sessionId)).rules.map(({ rule }: { rule: string }) => rule).toSorted()
    const held = async () => [...((await findingsOf(sessionId)).because.items ?? [])].toSorted()
    expect(await named()).toEqual(await held())
    expect((await named()).length).toBeGreaterThan(3)
    await answerAllWell(clinic, personId)
    expect(await named()).toEqual(await held())
  }
})

test('nothing where nothing is open; and nobody reads it but the care team', async () => {
  const { personId, sessionId } = await taking()
  await answerAllWell(clinic, personId)
  expect(await against(sessionId)).toEqual({
    rules: [],
    standing: false,
    medicines: false,
    pregnancy: false,
  })
  expect((await ask(people.coordinator, `/api/sessions/${sessionId}/against`)).statusCode).toBe(403)
})
