import { expect, test } from 'vitest'
import { fromLibrary } from './library.content.ts'
import { untouched } from './asking.ts'
import type { RatingsNow } from './rating.contract.ts'
import { begunIn, correctionOf } from './ratingBegun.web.ts'

const phq9 = { ...fromLibrary('phq-9')!, version: '2' }
const answers = { answers: [1, 2] }
const about = { instrumentId: 'phq-9', language: 'en', answers, withheld: {}, readFrom: null } as const
const draft = (id: string, instrumentVersion: string) => ({
  ...about,
  id,
  instrumentVersion,
  ratedAt: null,
  replaces: null,
  savedAt: 5,
})
const saved = (id: string, instrumentVersion: string) => ({
  ...about,
  id,
  instrumentVersion,
  answeredAt: 3,
  given: 'together' as const,
  by: 'Maya',
  total: 3,
  replaces: null,
  replacedBy: null,
})
const now: RatingsNow = {
  instruments: [{ instrument: phq9, due: false }],
  drafts: [draft('of-before', '1'), draft('of-today', '2')],
  written: [saved('kept-before', '1'), saved('kept-today', '2')],
  careNow: 9,
  ownerName: null,
}

test('what was begun on another version of a form is not gone on with as this one', () =>
  expect(begunIn(now, []).map(({ written }) => written.id)).toEqual(['of-today']))

test('to correct what was answered to another version begins with nothing, and still says what it replaces', () => {
  expect(correctionOf(now, 'kept-today', 'new')).toMatchObject({ progress: { answers } })
  expect(correctionOf(now, 'kept-before', 'new')).toMatchObject({
    progress: untouched,
    replaces: { id: 'kept-before', at: 3, by: 'Maya' },
  })
})
