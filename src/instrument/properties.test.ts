import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangeOf } from './counting.ts'
import type { Answers, Instrument, Item } from './instrument.ts'
import { answerAt, withAnswer } from './response.ts'
import { score, totalOf, type Scored } from './score.ts'
import { answersTo, answerTo, library } from './testing/answering.ts'

const scored = (instrument: Instrument, input: Answers): Scored => {
  const found = score(instrument, input)
  if (found.status === 'invalid') throw new Error(`${instrument.id}: ${JSON.stringify(found.reasons)}`)
  return found
}
const check = <Ts>(property: fc.IRawProperty<Ts>) => fc.assert(property, { numRuns: 60 })

const every = library.map((instrument) => ({ id: instrument.id, instrument }))

test.each(every)(
  '$id: each score is within its range, and each band and word is one that it has',
  ({ instrument }) =>
    check(
      fc.property(answersTo(instrument, { gaps: true }), (input) => {
        const { scores, band, flags } = scored(instrument, input)
        for (const each of instrument.scores) {
          const value = scores[each.id] ?? null
          const { min, max } = rangeOf(instrument, each)
          expect(value === null || (value >= min && value <= max)).toBe(true)
        }
        expect(band === null || instrument.bands.some(({ id }) => id === band)).toBe(true)
        const own = [...instrument.flags.map(({ id }) => id), ...(instrument.notApplicable?.flags ?? [])]
        expect(flags.filter((flag) => !own.includes(flag))).toEqual([])
      }),
    ),
)

test.each(every)('$id: whole answers are complete, and the same answers score the same', ({ instrument }) =>
  check(
    fc.property(answersTo(instrument, { gaps: false }), (input) => {
      const found = scored(instrument, input)
      expect(scored(instrument, structuredClone(input))).toEqual(found)
      const unknown = instrument.items.some(({ codes }) => codes && Object.values(codes).includes(null))
      expect(unknown || ['complete', 'not-applicable'].includes(found.status)).toBe(true)
    }),
  ),
)

test.each(every.filter(({ instrument }) => instrument.main !== null))(
  '$id: an untouched form has no total and no flag of a score',
  ({ instrument }) => {
    const found = scored(instrument, {})
    expect([totalOf(instrument, found), found.status]).toEqual([null, 'incomplete'])
  },
)

const dangerous = every.filter(({ instrument }) => instrument.danger.length > 0)
test('there are instruments with danger in them', () => expect(dangerous.length).toBeGreaterThan(5))

test.each(dangerous)('$id: danger that was heard stays, however the gaps are filled', ({ instrument }) =>
  check(
    fc.property(
      answersTo(instrument, { gaps: true }),
      answersTo(instrument, { gaps: false }),
      (some, rest) => {
        const filled = instrument.items.reduce(
          (answers, item) =>
            answerAt(answers, item) === null ? withAnswer(answers, item, answerAt(rest, item)) : answers,
          some,
        )
        const isDanger = (input: Answers) =>
          scored(instrument, input).flags.some((flag) => instrument.danger.includes(flag))
        expect(isDanger(some) && !isDanger(filled)).toBe(false)
      },
    ),
  ),
)

const isCounted = ({ codes, ticks, uncounted, setting, only, unless }: Item) =>
  !codes && !ticks && !uncounted && !setting && !only && !unless
const graded = every.filter(({ instrument }) => instrument.items.some(isCounted))

test.each(graded)(
  '$id: a higher answer never lowers a score; worded the other way round it never raises one',
  ({ instrument }) => {
    const counted = instrument.items.filter(isCounted)
    check(
      fc.property(answersTo(instrument, { gaps: false }), fc.constantFrom(...counted), (input, item) => {
        const [low] = item.values.length > 0 ? [Math.min(...item.values)] : [item.range!.min]
        const [high] = item.values.length > 0 ? [Math.max(...item.values)] : [item.range!.max]
        const at = (value: number) => scored(instrument, withAnswer(input, item, value)).scores
        const [below, given, above] = [at(low!), scored(instrument, input).scores, at(high!)]
        for (const { id } of instrument.scores) {
          const three = [below[id], given[id], above[id]].map((value) => value ?? null)
          if (three.includes(null)) continue
          const [first, middle, last] = three as number[]
          const rises = first! <= middle! && middle! <= last!
          const falls = first! >= middle! && middle! >= last!
          expect(item.reversed ? falls : rises).toBe(true)
        }
      }),
    )
  },
)

describe('worded the other way round', () => {
  const turned = every.filter(({ instrument }) => instrument.items.some(({ reversed }) => reversed))
  test('there are such instruments', () =>
    expect(turned.map(({ id }) => id)).toEqual(['dast-10', 'maia-2', 'pmbs']))

  test.each(turned)('$id: turned answers to such items score as plain ones do', ({ instrument }) => {
    const plain = { ...instrument, items: instrument.items.map((item) => ({ ...item, reversed: false })) }
    const turn = (input: Answers) =>
      instrument.items
        .filter(({ reversed }) => reversed)
        .reduce((answers, item) => {
          const given = answerAt(answers, item)
          const other =
            typeof given === 'number'
              ? Math.min(...item.values) + Math.max(...item.values) - given
              : given === 'yes'
                ? 'no'
                : 'yes'
          return given === null ? answers : withAnswer(answers, item, other)
        }, input)
    check(
      fc.property(answersTo(instrument, { gaps: true }), (input) => {
        expect(scored(plain, turn(input)).scores).toEqual(scored(instrument, input).scores)
      }),
    )
  })
})

test('what no score counts changes nothing, however it is answered', () => {
  const ptci = library.find(({ id }) => id === 'ptci-33')!
  const unscored = ptci.items.filter(({ unscored: left }) => left)
  expect(unscored.map(({ id }) => id)).toEqual([13, 32, 34])
  check(
    fc.property(
      answersTo(ptci, { gaps: true }),
      fc.constantFrom(...unscored),
      fc.option(answerTo(unscored[0]!)),
      (input, item, answer) => {
        const [{ scores, status, flags }, other] = [
          scored(ptci, input),
          scored(ptci, withAnswer(input, item, answer)),
        ]
        expect({ scores, status, flags }).toEqual({
          scores: other.scores,
          status: other.status,
          flags: other.flags,
        })
      },
    ),
  )
})

const plainSums = every.filter(({ instrument }) => {
  const main = instrument.scores.find(({ id }) => id === instrument.main)
  const alike = new Set(
    instrument.items.map(({ values, reversed, only, unless }) =>
      JSON.stringify([values, reversed, only, unless]),
    ),
  )
  return main?.how === 'sum' && alike.size === 1 && main.of.length === instrument.items.length
})
test('there are plain sums', () => expect(plainSums.length).toBeGreaterThan(10))

test.each(plainSums)('$id: the total does not hang on the order of the answers', ({ instrument }) =>
  check(
    fc.property(
      answersTo(instrument, { gaps: true }).chain(({ answers = [], ...named }) =>
        fc.tuple(
          fc.constant({ answers, ...named }),
          fc.shuffledSubarray([...answers], { minLength: answers.length }),
        ),
      ),
      ([input, shuffled]) => {
        if (input.answers.length === 0) return
        expect(scored(instrument, { ...input, answers: shuffled }).scores['total']).toBe(
          scored(instrument, input).scores['total'],
        )
      },
    ),
  ),
)
