import { describe, expect, test } from 'vitest'
import { instruments } from '../instrument/instrument.content.ts'
import { followedBy } from './followed.ts'
import { changeRule } from './measure.content.ts'
import { cautiousOf, ownAnswersOf, ownCourseOf, toldAsOne } from './own.ts'

const frame = { begunAt: 0, firstDoseAt: 100 }
const courseOf = (
  id: string,
  totals: readonly (readonly [number, number])[],
  unanswered: readonly number[] = [],
) => {
  const rule = changeRule(id)
  const scored = totals.map(([at, total]) => ({ id: `${at}`, at, total, told: true }))
  return ownCourseOf({
    rule,
    instrument: instruments[id]!,
    followed: followedBy(rule, { frame, scored, unanswered }),
  })
}

describe('what a client is told of their answers', () => {
  test.each([
    [
      'better',
      'phq-9',
      [
        [50, 19],
        [200, 13],
      ],
    ],
    [
      'worse',
      'phq-9',
      [
        [50, 8],
        [200, 14],
      ],
    ],
    [
      'same',
      'phq-9',
      [
        [50, 19],
        [200, 14],
      ],
    ],
    // Higher is better.
    [
      'better',
      'swls',
      [
        [50, 15],
        [200, 23],
      ],
    ],
    [
      'worse',
      'swls',
      [
        [50, 23],
        [200, 15],
      ],
    ],
    [
      'unclear',
      'who-5',
      [
        [50, 20],
        [200, 80],
      ],
    ],
    ['once', 'phq-9', [[50, 19]]],
    ['no-start', 'phq-9', [[200, 19]]],
    [
      'uncompared',
      'audit-c',
      [
        [50, 1],
        [200, 9],
      ],
    ],
    ['uncompared', 'maia-2', []],
  ] as const)('%s: %s', (course, id, totals) => expect(courseOf(id, totals)).toBe(course))

  test('asked since and not answered: not known, though it was better before', () =>
    expect(
      courseOf(
        'phq-9',
        [
          [50, 19],
          [200, 3],
        ],
        [300],
      ),
    ).toBe('unknown'))

  test('harder, and not answered since: still told that there is someone to talk to', () =>
    expect(
      courseOf(
        'phq-9',
        [
          [50, 3],
          [200, 19],
        ],
        [300],
      ),
    ).toBe('worse'))

  test('of several about one matter, the harder and the less certain', () => {
    expect(cautiousOf(['better', 'worse', 'same'])).toBe('worse')
    expect(cautiousOf(['better', 'same', 'uncompared'])).toBe('same')
    expect(cautiousOf(['uncompared', 'better'])).toBe('better')
  })
})

describe('several questionnaires about one matter', () => {
  const at = (moment: number, state: 'answered' | 'partly' | 'missed' | 'refused') => ({ at: moment, state })
  test('what was asked in vain before a later answer to another is not missing', () =>
    expect(
      toldAsOne([
        { course: 'uncompared', times: [at(1, 'missed'), at(2, 'missed')] },
        { course: 'better', times: [at(3, 'answered')] },
      ]),
    ).toEqual({ course: 'better', since: null, neverAnswered: false }))
  test('nor does one that was never answered make the whole unknown', () =>
    expect(
      toldAsOne([
        { course: 'unknown', times: [at(1, 'missed')] },
        { course: 'same', times: [at(3, 'answered')] },
      ]).course,
    ).toBe('same'))
  test('asked after the last answer, it is told since when', () =>
    expect(
      toldAsOne([{ course: 'unknown', times: [at(3, 'answered'), at(5, 'refused'), at(4, 'partly')] }]),
    ).toEqual({ course: 'unknown', since: 4, neverAnswered: false }))
  test('never answered is said so', () =>
    expect(toldAsOne([{ course: 'unknown', times: [at(3, 'missed')] }]).neverAnswered).toBe(true))
})

describe('what was answered', () => {
  const sent = { language: 'en', answers: { answers: [0, 3] }, withheld: { 9: 'in-person' } } as const
  test('comes back in the words that were chosen, without their numbers, and what was kept back as such', () =>
    expect(ownAnswersOf(instruments['phq-9']!, sent)).toEqual([
      { question: 'Little interest or pleasure in doing things', answer: 'Not at all', withheld: null },
      { question: 'Feeling down, depressed, or hopeless', answer: 'Nearly every day', withheld: null },
      { question: expect.stringMatching(/better off dead/), answer: null, withheld: 'in-person' },
    ]))
  test('is not shown by a page alone where it tells what was done to someone', () =>
    expect(ownAnswersOf(instruments['pc-ptsd-5']!, sent)).toBeNull())
})
