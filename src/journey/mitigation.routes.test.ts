import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { put, putting, readReady, spent, stageSession, type Stage } from '../app/testing/journey.ts'
import { hour, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic
const someId = '00000000-0000-4000-8000-000000000000'

const written = { reason: 'why', mitigation: '', document_hash: '', confirmation_id: someId }
const by = people.prescriber.seatId

const overridden = async (stage: Stage, at: number, more: object) =>
  put(stage, 'finding_override', {
    ...written,
    risk_and_benefit: 'weighed',
    seen: '[]',
    expires_at: isoOf(at + hour),
    written_by: by,
    written_at: isoOf(at - 2 * hour),
    document_hash: Buffer.alloc(32),
    confirmation_id: await spent(stage),
    factor: 'password+totp',
    ...more,
  })
const decided = (stage: Stage, at: number, more: object) =>
  put(stage, 'day_decision', {
    ...written,
    session_id: stage.sessionId,
    gate: 'pressure',
    proceed: true,
    risk_benefit: 'weighed',
    expires_at: isoOf(at + hour),
    decided_by: by,
    decided_at: isoOf(at),
    ...more,
  })

const room = async (stage: Stage, as = people.monitor) =>
  (await ask(as, `/api/sessions/${stage.sessionId}/room`)).json()
const wordsOf = ({ mitigations }: { mitigations: { words: string }[] }) =>
  mitigations.map(({ words }) => words)

test('what was promised in writing is read where it is to be done: before the dose, and in the room', async () => {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  expect(wordsOf(await readReady(stage))).toEqual([])
  await putting.clearance(stage, at, {
    decision: 'clear-with-conditions',
    conditions: 'Eat something after.',
  })
  await overridden(stage, at, { rule: 'EL-C08', mitigation: 'Pressure every ten minutes.' })
  await decided(stage, at, { mitigation: 'Rest, and measure by hand.' })
  const check = await putting.suicide(stage, at, { answer: 'thoughts-no-intent' })
  await put(stage, 'suicide_override', {
    ...written,
    check_id: check,
    risk_benefit: 'weighed',
    mitigation: 'Nobody leaves them alone.',
    expires_at: isoOf(at + hour),
    decided_by: by,
    decided_at: isoOf(at),
  })
  const all = [
    'Eat something after.',
    'Pressure every ten minutes.',
    'Rest, and measure by hand.',
    'Nobody leaves them alone.',
  ]
  expect(wordsOf(await readReady(stage))).toEqual(all)
  const { mitigations } = await room(stage)
  expect(wordsOf({ mitigations })).toEqual(all)
  expect(mitigations[1]).toMatchObject({ about: 'EL-C08', byName: 'Member prescriber' })
  expect(mitigations[1].title.en).toMatch(/stroke/i)
})

test('what has run out, or was decided otherwise since, is read out no more', async () => {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await overridden(stage, at, { rule: 'EL-C08', mitigation: 'Over.', expires_at: isoOf(at - hour) })
  await decided(stage, at, { mitigation: 'Go on.' })
  await decided(stage, at, { mitigation: 'Wait.', proceed: false })
  expect(wordsOf(await readReady(stage))).toEqual([])
  expect(wordsOf(await room(stage))).toEqual([])
})
