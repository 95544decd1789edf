import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { machineStart } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { writing } from '../platform/db/write.ts'
import { addResponse } from './instrument.store.ts'
import { fromLibrary } from './library.content.ts'
import type { Given, Response } from './response.ts'
import { score, type Scored } from './score.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, practiceId, db } = clinic
const { client } = people

test('the database itself lets no client say that a clinician rated them', async () => {
  const asClient = { ...serviceIn(practiceId, ''), personId: client.seatId, seatId: client.seatId }
  const claim = (given: Given) =>
    inPractice(db, asClient, (tx) => addResponse(writing(tx), responseGiven(given))).then(
      () => 'kept',
      (error: { code?: string }) => error.code,
    )
  expect([await claim('rated'), await claim('together'), await claim('alone')]).toEqual([
    '42501',
    '42501',
    'kept',
  ])
})

const responseGiven = (given: Given): Response => ({
  id: randomUUID(),
  personId: client.seatId,
  instrumentId: 'rass',
  instrumentVersion: '1',
  language: 'en',
  answers: { score: 0 },
  withheld: {},
  scored: score(fromLibrary('rass')!, { score: 0 }) as Scored,
  total: 0,
  answeredAt: machineStart,
  clock: 'received',
  given,
  replaces: null,
  readFrom: null,
  mark: null,
})
