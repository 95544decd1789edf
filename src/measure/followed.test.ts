import { describe, expect, test } from 'vitest'
import { instruments } from '../instrument/instrument.content.ts'
import { day } from '../kernel/instant.ts'
import { followedBy, frameOf, type Moment, type MomentKind } from './followed.ts'
import { changeRule } from './measure.content.ts'
import { measuredOf, unansweredIn } from './measured.ts'

const dose = Date.UTC(2026, 5, 1)
const scored = (days: number, total: number | null) => ({
  id: `${days}`,
  at: dose + days * day,
  total,
  told: total !== null,
})
const begun = { begunAt: dose - 30 * day, firstDoseAt: dose }
const phq = changeRule('phq-9')
const follow = (answers: readonly (readonly [number, number | null])[], unanswered: readonly number[] = []) =>
  followedBy(phq, {
    frame: begun,
    scored: answers.map(([days, total]) => scored(days, total)),
    unanswered: unanswered.map((days) => dose + days * day),
  })

describe('since when it is compared', () => {
  test('the last total before the first dose, whatever came earlier and in whatever order', () =>
    expect(
      follow([
        [7, 8],
        [-20, 22],
        [-1, 19],
      ]),
    ).toMatchObject({
      baseline: { total: 19 },
      latest: { total: 8 },
      change: { delta: -11, reliable: 'improvement', response: true, remission: false },
      now: 'improvement',
    }))

  test('a total older than 60 days before the dose is no baseline, and the change is unknown', () => {
    const found = follow([
      [-61, 19],
      [7, 3],
    ])
    expect(found).toMatchObject({ baseline: null, latest: { total: 3 }, now: 'unknown' })
    expect(found.change).toMatchObject({ delta: null, response: null, remission: null })
  })

  test('what came without a total before the dose is passed over, and is not 0', () =>
    expect(
      follow([
        [-10, 14],
        [-1, null],
        [7, 14],
      ]),
    ).toMatchObject({
      baseline: { total: 14 },
      change: { delta: 0, reliable: 'no-reliable-change' },
    }))

  test('before there is a dose, the first total of the course, up to a fortnight before it began', () => {
    const frame = { begunAt: dose, firstDoseAt: null }
    const all = [scored(-15, 25), scored(-13, 18), scored(20, 12)]
    expect(followedBy(phq, { frame, scored: all, unanswered: [] })).toMatchObject({
      baseline: { total: 18 },
      change: { delta: -6, reliable: 'improvement' },
    })
  })

  test('one total alone is compared with nothing', () =>
    expect(follow([[-1, 14]])).toMatchObject({ latest: null, unknownSince: null, now: 'unknown' }))
})

describe('what is missing is unknown', () => {
  test('asked after the newest total, and not answered: unknown now, whatever was known before', () =>
    expect(
      follow(
        [
          [-1, 19],
          [7, 8],
        ],
        [14, 30],
      ),
    ).toMatchObject({
      change: { reliable: 'improvement' },
      unknownSince: dose + 14 * day,
      now: 'unknown',
    }))

  test('missed in between is a gap, and makes nothing unknown now', () =>
    expect(
      follow(
        [
          [-1, 19],
          [20, 8],
        ],
        [7],
      ).unknownSince,
    ).toBeNull())

  test('too little answered is as unknown as not answered', () =>
    expect(
      follow([
        [-1, 19],
        [7, 8],
        [9, null],
      ]),
    ).toMatchObject({
      latest: { total: 8 },
      unknownSince: dose + 9 * day,
      now: 'unknown',
    }))
})

describe('which course', () => {
  const moment = (kind: MomentKind, at: number, courseId: string): Moment => ({
    id: kind === 'course-begun' ? courseId : `${kind} ${at}`,
    at,
    kind,
    courseId,
    words: null,
  })
  test('the newest, by its own first dose', () =>
    expect(
      frameOf([
        moment('course-begun', 10, 'old'),
        moment('dose', 20, 'old'),
        moment('course-begun', 100, 'new'),
        moment('dose', 130, 'new'),
        moment('dose', 120, 'new'),
      ]),
    ).toEqual({ begunAt: 100, firstDoseAt: 120 }))
  test('none at all', () => expect(frameOf([])).toEqual({ begunAt: null, firstDoseAt: null }))
})

describe('what was asked in vain', () => {
  const logged = (what: 'missed' | 'refused' | 'answered' | 'shown', targetAt: number, late = false) => ({
    key: 'week/j1/gad-7',
    what,
    targetAt,
    late,
  })
  test('missed and refused, each once', () =>
    expect(
      unansweredIn([logged('shown', 1), logged('refused', 1), logged('missed', 1), logged('missed', 2)], []),
    ).toEqual([
      { instrumentId: 'gad-7', at: 1, why: 'refused' },
      { instrumentId: 'gad-7', at: 2, why: 'missed' },
    ]))
  test('answered late is answered', () =>
    expect(unansweredIn([logged('missed', 1), logged('answered', 1, true)], [])).toEqual([]))
})

test('an instrument without a total is known once it was answered: a screen is not unknown for having no score', () => {
  const response = { id: 'r', instrumentId: 'asq', total: null, answeredAt: 5, status: 'complete' } as const
  const asked = (at: number) => ({ instrumentId: 'asq', at, why: 'missed' }) as const
  const given = { moments: [], instruments: new Map(Object.entries(instruments)), ruleFor: changeRule }
  const [before] = measuredOf({ ...given, responses: [response], unanswered: [asked(3)] })
  expect(before!.followed.unknownSince).toBeNull()
  const [after] = measuredOf({ ...given, responses: [response], unanswered: [asked(7)] })
  expect(after!.followed.unknownSince).toBe(7)
})
