import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shared } from '../platform/testing/shared.ts'
import { easeOfSpanish, gradeOfEnglish } from '../platform/testing/readability.ts'
import { answers, needsHelpNow, outcomes, resultOf, type Answer, type Answers, type Question } from './fit.ts'
import type { CheckFile } from './check.ts'

const check: CheckFile = JSON.parse(readFileSync('content/fit/questions.json', 'utf8'))
const { questions } = check
const byId = new Map(questions.map((question) => [question.id, question]))

/** What a person would answer who has nothing to report. */
const clear = (question: Question): Answer => (question.concern === 'yes' ? 'no' : 'yes')
const allClear: Answers = Object.fromEntries(questions.map((question) => [question.id, clear(question)]))
const but = (id: string, answer: Answer): Answers => ({ ...allClear, [id]: answer })
const concernOf = (id: string) => byId.get(id)!.concern
const rank = (given: Answers) => outcomes.indexOf(resultOf(questions, given).outcome)

test('with nothing to report it is worth a conversation, and no reason is made up', () =>
  expect(resultOf(questions, allClear)).toEqual({ outcome: 'talk', reasons: [] }))

test.each(questions.map(({ id, level }) => [id, level] as const))(
  '%s (%s) leads where its level says',
  (id, level) => {
    const { outcome, reasons } = resultOf(questions, but(id, concernOf(id)))
    expect(outcome).toBe(
      { danger: 'not-now', 'not-now': 'not-now', doctor: 'doctor', mention: 'talk' }[level],
    )
    expect(reasons).toEqual([{ id, state: 'present' }])
  },
)

test.each(['not-sure', 'skip'] as const)('"%s" is never "no", whatever is asked', (unknown) => {
  for (const { id, level } of questions) {
    const { outcome, reasons } = resultOf(questions, but(id, unknown))
    expect([id, outcome]).toEqual([id, level === 'mention' ? 'talk' : 'doctor'])
    expect(reasons).toEqual([{ id, state: 'unknown' }])
  }
})

test('nothing answered is nothing known: the doctor first, and help at the top', () =>
  expect(resultOf(questions, {})).toMatchObject({
    outcome: 'doctor',
    reasons: [{ id: 'safe-now' }, { id: 'body-now' }, ...Array(questions.length - 2).fill({})],
  }))

describe('danger', () => {
  const dangers = questions.filter(({ level }) => level === 'danger')

  test('is asked before anything else', () => expect(questions.slice(0, dangers.length)).toEqual(dangers))

  test('leads to help at once, also when one is not sure', () => {
    for (const danger of dangers)
      expect(answers.filter((answer) => needsHelpNow(danger, answer))).toEqual(['yes', 'not-sure'])
  })

  test('no other question does', () => {
    for (const question of questions.filter(({ level }) => level !== 'danger'))
      for (const answer of answers) expect(needsHelpNow(question, answer)).toBe(false)
  })

  test('stays the first reason of the result, whatever else is answered, also when it was skipped', () =>
    fc.assert(
      fc.property(
        anyAnswers(),
        fc.constantFrom(...dangers),
        fc.constantFrom(...unclear),
        (given, { id }, answer) => {
          const result = resultOf(questions, { ...given, [id]: answer })
          expect(dangers.map((danger) => danger.id)).toContain(result.reasons[0]?.id)
          expect(result.outcome).not.toBe('talk')
        },
      ),
    ))
})

const unclear = ['yes', 'not-sure', 'skip'] as const

const anyAnswers = () =>
  fc.record(
    Object.fromEntries(questions.map(({ id }) => [id, fc.constantFrom(...answers)])),
  ) as fc.Arbitrary<Answers>

test('a more worrying answer never makes the outcome better', () =>
  fc.assert(
    fc.property(anyAnswers(), fc.constantFrom(...questions), (given, question) => {
      const ranks = [clear(question), 'not-sure' as const, question.concern].map((answer) =>
        rank({ ...given, [question.id]: answer }),
      )
      expect(ranks).toEqual(ranks.toSorted())
    }),
  ))

test('every reason is an answer that was given or left open, and every such answer is a reason', () =>
  fc.assert(
    fc.property(anyAnswers(), (given) => {
      const expected = questions
        .filter((question) => given[question.id] !== clear(question))
        .map(({ id }) => id)
      expect(resultOf(questions, given).reasons.map(({ id }) => id)).toEqual(expected)
    }),
  ))

describe.each(['en', 'es'] as const)('the words in %s', (language) => {
  const words = questions.flatMap((question) => Object.values(question[language]))

  test('never tell anyone to stop a medicine, never name what someone has, never promise', () => {
    for (const said of words.filter((said) => !said.endsWith('?'))) {
      expect(said).not.toMatch(/\bstop taking\b|\bcome off\b|deje de tomar|suspenda/i)
      expect(said).not.toMatch(/\byou have (?:schizophrenia|bipolar|mania|psychosis|depression)\b/i)
      expect(said).not.toMatch(/\busted tiene (?:esquizofrenia|manía|psicosis|depresión)\b/i)
      expect(said).not.toMatch(/\bcures?\b|guarantee|\bsafe for you\b/i)
    }
  })
})

test('the words are plain in both', () => {
  const said = (language: 'en' | 'es') => questions.flatMap((question) => Object.values(question[language]))
  expect(gradeOfEnglish(said('en'))).toBeLessThanOrEqual(8)
  expect(easeOfSpanish(said('es'))).toBeGreaterThanOrEqual(65)
})

test('each question that says "not now" says what may help instead, but for the one with nothing to help', () => {
  const bare = questions.filter(({ level, en }) => level === 'not-now' && !en.help)
  expect(bare.map(({ id }) => id)).toEqual(['hurting'])
})

test('the two languages ask the same and dial the same, but for the key that 988 has in Spanish', () => {
  const numbers = (said: string | undefined) => said?.match(/\d[\d-]{2,}/g) ?? []
  for (const { en, es } of questions) {
    expect(Object.keys(es)).toEqual(Object.keys(en))
    expect(numbers(es.help)).toEqual(numbers(en.help))
  }
})

test('every question stands for rules the clinical reference has', (context) => {
  const text = readFileSync(shared(context, 'reference/clinical.md'), 'utf8')
  const missing = questions.flatMap(({ rules }) => rules.filter((rule) => !text.includes(`| ${rule} |`)))
  expect(missing).toEqual([])
})
