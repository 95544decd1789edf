import { describe, expect, test } from 'vitest'
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

describe('what was begun', () => {
  const waiting = (path: string, input: object, at: number) =>
    ({ order: at, id: `waits-${at}`, path, input, at }) as never
  const begun = (drafts: RatingsNow['drafts'], ...unsent: never[]) => begunIn({ ...now, drafts }, unsent)

  test('on this device and not sent yet comes before what the server knows of the same', () => {
    const typed = { ...draft('one', '2'), answers: { answers: [3, 3] } }
    const [first, ...rest] = begun([draft('one', '2')], waiting('/api/people/x/ratings/draft', typed, 8))
    expect(rest).toEqual([])
    expect(first).toMatchObject({ savedAt: 8, written: { progress: { answers: { answers: [3, 3] } } } })
  })

  test('is no beginning any more once it was saved, though the server has not heard of it', () =>
    expect(
      begun(
        [draft('one', '2'), draft('other', '2')],
        waiting('/api/people/x/ratings', draft('one', '2'), 8),
      ).map(({ written }) => written.id),
    ).toEqual(['other']))

  test('is offered the newest first', () =>
    expect(
      begun([
        { ...draft('older', '2'), savedAt: 4 },
        { ...draft('newer', '2'), savedAt: 6 },
      ]).map(({ written }) => written.id),
    ).toEqual(['newer', 'older']))

  test('before forms had versions is of today, as far as anyone knows', () => {
    const { instrumentVersion: _, ...old } = draft('old', '2')
    expect(begun([old as never]).map(({ written }) => written.id)).toEqual(['old'])
  })

  test('to correct an earlier one still says which, when that was and by whom', () => {
    const written = (replaces: string | null) => begun([{ ...draft('one', '2'), replaces }])[0]?.written
    expect(written('kept-today')?.replaces).toEqual({ id: 'kept-today', at: 3, by: 'Maya' })
    expect(written('gone')?.replaces).toEqual({ id: 'gone', at: 5, by: '' })
    expect(written(null)?.replaces).toBeNull()
  })
})
