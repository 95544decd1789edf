import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluated, said, wellAnswers, wellAt, wellFile } from '../app/testing/well.ts'
import type { Filed } from './filed.ts'
import { questionsAsked } from './rule.content.ts'
import { protocolIds, stages } from './rule.ts'

const rowsOf = (file: Filed) =>
  evaluated(file).findings.map(({ rule, severity, state }) => `${rule.id} ${severity} ${state}`)
const asked = (answers: Readonly<Record<string, string>>): Filed => ({
  ...wellFile,
  answers: Object.entries(answers).map(([question, answer]) => said(question, answer)),
})

describe('a question of the day', () => {
  test.each(Object.keys(wellAnswers))('%s, declined, is as good as never asked', (question) => {
    const { [question]: _, ...rest } = wellAnswers
    expect(rowsOf(asked({ ...rest, [question]: 'declined' }))).toEqual(rowsOf(asked(rest)))
  })

  test.each(Object.keys(wellAnswers))('%s, that cannot be known, is never taken for "no"', (question) => {
    const { [question]: _, ...rest } = wellAnswers
    const known = evaluated(asked({ ...rest, [question]: 'cannot-be-known' }))
    const never = evaluated(asked(rest))
    const ids = (of: typeof known) => of.findings.map(({ rule }) => rule.id).toSorted()
    expect(ids(known)).toEqual(ids(never))
    expect(known.findings.filter(({ state }) => state === 'present')).toEqual(
      never.findings.filter(({ state }) => state === 'present'),
    )
  })

  test('said after the moment asked about does not count', () =>
    expect(
      rowsOf({
        ...wellFile,
        answers: [...wellFile.answers!, said('aneurysm', 'yes', '2026-11-28T09:01:00-08:00')],
      }),
    ).toContain('EL-C01 block unknown'))
})

const anyAnswers = fc.record(
  Object.fromEntries(
    questionsAsked.map(({ id, options }) => [
      id,
      options
        ? fc.constantFrom(...options.map(({ value }) => value), 'declined', 'cannot-be-known')
        : fc.constantFrom('never', 'declined', 'cannot-be-known', 'on 2026-11-01', 'on 2019', 'on 2026'),
    ]),
  ),
  { requiredKeys: [] },
)
const anyMedicines = fc.array(
  fc.record({
    name: fc.constantFrom('Xanax', 'oxycodone', 'Zoloft', 'theophyline', 'Plavix', 'unheard of', 'ibogaine'),
    taking: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    lastTakenAt: fc.constantFrom(null, '2026-11-28', '2026-11-20', '2019'),
  }),
  { maxLength: 4 },
)
const anyFile = fc
  .record({ answers: anyAnswers, medicines: anyMedicines })
  .map(({ answers, medicines }): Filed => ({ ...asked(answers as Record<string, string>), medicines }))
const anyAsking = fc.record({
  protocol: fc.constantFrom(...protocolIds),
  stage: fc.constantFrom(...stages),
  at: fc.constantFrom(
    wellAt,
    '2026-12-31T23:59:59-08:00',
    '2027-01-01T00:00:00-08:00',
    '2019-01-01T00:00:00Z',
  ),
})

test('whatever the facts, every finding explains itself: a rule, a state, a step, and facts that are in the file', () => {
  const property = fc.property(anyFile, anyAsking, (file, asking) => {
    const { findings } = evaluated(file, asking)
    return findings.every(
      ({ state, step, because, missing }) =>
        step !== null &&
        (state === 'present'
          ? because.length > 0
          : missing.length > 0 && (state !== 'expired' || because.length > 0)),
    )
  })
  expect(fc.check(property, { numRuns: 200 })).toMatchObject({ failed: false })
})

test('the order in which facts stand in the file changes nothing', () => {
  const property = fc.property(anyFile, anyAsking, (file, asking) => {
    const rows = (of: Filed) =>
      evaluated(of, asking).findings.map(({ rule, severity, state }) => `${rule.id} ${severity} ${state}`)
    const turned = Object.fromEntries(
      Object.entries(file).map(([key, value]: [string, unknown]) => [
        key,
        Array.isArray(value) ? value.toReversed() : value,
      ]),
    ) as unknown as Filed
    return rows(file).join() === rows(turned).join()
  })
  expect(fc.check(property, { numRuns: 200 })).toMatchObject({ failed: false })
})

const gravity = ['clear', 'caution', 'override', 'hold', 'block']

test('an answer taken away from someone who is well never makes the verdict lighter, nor does a medicine that comes in', () => {
  const property = fc.property(
    fc.subarray(Object.keys(wellAnswers)),
    fc.constantFrom(...Object.keys(wellAnswers)),
    anyMedicines,
    (answered, dropped, medicines) => {
      const weigh = (questions: readonly string[], taken: Filed['medicines']) =>
        gravity.indexOf(
          evaluated({
            ...asked(Object.fromEntries(questions.map((question) => [question, wellAnswers[question]!]))),
            medicines: taken,
          }).verdict,
        )
      const before = weigh(answered, [])
      return (
        weigh(
          answered.filter((question) => question !== dropped),
          [],
        ) >= before && weigh(answered, medicines) >= before
      )
    },
  )
  expect(fc.check(property, { numRuns: 200 })).toMatchObject({ failed: false })
})

test('no finding weighs more than its row says, but for the two rows that say when', () => {
  const order = ['info', 'caution', 'override', 'block']
  const mayBlock = ['EL-C05b', 'IX-04']
  const property = fc.property(anyFile, anyAsking, (file, asking) =>
    evaluated(file, asking).findings.every(
      ({ rule, severity }) =>
        order.indexOf(severity) <= order.indexOf(rule.severity) || mayBlock.includes(rule.id),
    ),
  )
  expect(fc.check(property, { numRuns: 100 })).toMatchObject({ failed: false })
})
