import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { answers, gateOf, stateOf, tell } from '../app/testing/dayTold.ts'
import { answer } from '../app/testing/deciding.ts'
import { makeReady, passTime, readReady, stageSession, type Stage } from '../app/testing/journey.ts'
import { minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)

const readied = async (): Promise<Stage> => {
  const stage = await stageSession(clinic)
  await makeReady(stage)
  return stage
}

describe('what changed reopens what it is about', () => {
  const openFindings = async (stage: Stage) => (await gateOf(stage, 'findings')).because.items ?? []
  test.each([
    ['changed-medicine', { 'medicines-gone-through': 'done' }, ['EV-MED']],
    ['changed-fall', { 'brain-pressure': 'no' }, ['EL-N01']],
    ['changed-mind', { psychosis: 'no', mania: 'no' }, ['EL-M01', 'EL-M04']],
    ['changed-pregnancy', { pregnancy: 'not-possible' }, ['EL-PG1']],
  ])('%s, until it is asked again', async (line, again, rules) => {
    const stage = await readied()
    expect(await openFindings(stage)).toEqual([])
    await tell(stage, answers({ [line]: 'yes' }))
    expect((await openFindings(stage)).toSorted()).toEqual(rules)
    await passTime(stage, minute)
    await answer(clinic, stage.personId, again)
    expect(await openFindings(stage)).toEqual([])
  })
  test.each(['changed-illness', 'changed-emergency'])(
    '%s, until the prescriber has examined again',
    async (line) => {
      const stage = await readied()
      await tell(stage, answers({ [line]: 'yes' }))
      expect(await openFindings(stage)).toEqual(['EV-HP'])
      await passTime(stage, minute)
      const { now, timeZone } = await readReady(stage)
      const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
      await answer(clinic, stage.personId, { 'EV-HP': `on ${today}` })
      expect(await openFindings(stage)).toEqual([])
    },
  )
  test('new complaints of the bladder ask for a urine test', async () => {
    const stage = await readied()
    await tell(stage, answers({ bladder: 'new' }))
    expect(await openFindings(stage)).toEqual(['EV-UA'])
    expect(await stateOf(stage, 'today')).toBe('stop: today-weighs')
  })
  test('taken back in the same session, it reopens nothing', async () => {
    const stage = await readied()
    await tell(stage, answers({ 'changed-mind': 'yes' }))
    await tell(stage, answers({ 'changed-mind': 'no' }))
    expect(await openFindings(stage)).toEqual([])
    expect(await stateOf(stage, 'changes')).toBe('met: changes-none')
  })
})
