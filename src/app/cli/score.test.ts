import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { responseOf } from '../../instrument/answers.fhir.ts'
import { fromLibrary, libraryIds } from '../../instrument/library.content.ts'
import { vectors } from '../../instrument/testing/answering.ts'
import { throughline } from '../testing/started.ts'
import { isSaidTwiceIn } from './given.ts'
import { instrumentNamed, scoreText } from './score.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-score-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (words: string): string => {
  const file = join(folder, 'given.json')
  writeFileSync(file, words)
  return file
}

/** As someone at a terminal runs it, with the answers on standard input. */
function piped(words: string, ...typed: string[]) {
  const { status, stdout } = spawnSync('bin/throughline', typed, { input: words, encoding: 'utf8' })
  return { status, json: JSON.parse(stdout) as Record<string, unknown> }
}

test.each(vectors)('$id, as the command scores it: $title', ({ instrument, input, expected }) => {
  const found = scoreText(instrumentNamed(instrument), JSON.stringify(input))
  expect(found).toMatchObject(expected)
})

describe('through the real command line', () => {
  const some = ['phq-9-17', 'pcl-5-11', 'asq-02', 'itq-12', 'moaa-s-04']
  test.each(vectors.filter(({ id }) => some.includes(id)))('$id', ({ instrument, input, expected }) => {
    const { status, json } = throughline('score', instrument, fileOf(JSON.stringify(input)))
    expect([status, json]).toEqual([0, expect.objectContaining(expected)])
  })

  test('answers on standard input, with and without a dash', () => {
    const words = JSON.stringify({ answers: [3, 3, 3, 3, 3, 3, 3, 3, 3] })
    for (const dash of [[], ['-']])
      expect(piped(words, 'score', 'phq-9', ...dash)).toMatchObject({ status: 0, json: { band: 'severe' } })
  })

  test('a QuestionnaireResponse scores as the plain answers do', () => {
    const response = responseOf(
      fromLibrary('gad-7')!,
      { answers: [2, 2, 2, 2, 2, 0, 0] },
      { id: 'r', language: 'es' },
    )
    const { status, json } = throughline('score', 'gad-7', fileOf(JSON.stringify(response)))
    expect([status, json]).toEqual([0, expect.objectContaining({ scores: { total: 10 }, band: 'moderate' })])
  })

  test('what is invalid is printed with its reasons, said in words too, and ends with 2', () => {
    const { status, json, stderr } = throughline('score', 'phq-9', fileOf('{"answers": [4]}'))
    expect([status, json]).toEqual([
      2,
      {
        status: 'invalid',
        reason: 'out-of-range',
        reasons: [{ reason: 'out-of-range', item: 1 }],
        scores: {},
        band: null,
        flags: [],
        problem: { kind: 'invalid-answers', detail: '1: out-of-range' },
      },
    ])
    expect(stderr).toContain('1: out-of-range')
  })

  test.each([
    [['score', 'nonsense', 'x.json'], 'unknown-instrument'],
    [['score', '../rules/eligibility', 'x.json'], 'unknown-instrument'],
    [['score', 'phq-9', 'no-such-file.json'], 'no-file'],
    [['score'], 'usage'],
    [['change', 'nonsense', 'x.json'], 'unknown-instrument'],
  ])('%j cannot be done', (typed, kind) => {
    const { status, json } = throughline(...typed)
    expect([status, json]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
  })

  test('every instrument is listed with its tier, its languages and its licence', () => {
    const { status, json } = throughline('instruments')
    const listed = json as Record<string, unknown>[]
    expect([status, listed.map(({ id }) => id)]).toEqual([0, libraryIds()])
    expect(listed.find(({ id }) => id === 'phq-9')).toEqual({
      id: 'phq-9',
      name: 'PHQ-9',
      version: '1',
      tier: 'A',
      languages: ['en', 'es'],
      wording: true,
      validated: true,
      licence: expect.stringContaining('No permission required'),
    })
    expect(listed.find(({ id }) => id === 'audit')).toMatchObject({
      tier: 'B',
      languages: [],
      wording: false,
      underCondition: ['en', 'es'],
    })
    expect(listed.find(({ id }) => id === 'madrs')).toMatchObject({
      tier: 'S',
      languages: [],
      wording: false,
    })
  })
})

test('one instrument is printed as a Questionnaire, in the language asked for', () => {
  const { status, json } = throughline('instruments', 'questionnaire', 'phq-9', '--language', 'es')
  expect([status, json]).toMatchObject([0, { resourceType: 'Questionnaire', id: 'phq-9-es', version: '1' }])
  expect(throughline('instruments', 'questionnaire', 'none').json).toMatchObject({
    problem: { kind: 'unknown-instrument' },
  })
  expect(throughline('instruments', 'questionnaire', 'phq-9', '--language', 'fr').status).toBe(2)
})

describe('what cannot be read', () => {
  const reason = (words: string) => {
    const found = scoreText(fromLibrary('asq')!, words)
    return found.status === 'invalid' ? found.reason : found.status
  }
  test('is no JSON', () => expect(['', '{', 'yes'].map(reason)).toEqual(['not-json', 'not-json', 'not-json']))
  test('or says two things about one question', () => {
    expect(reason('{"1": "no", "2": "no", "1": "yes"}')).toBe('duplicate-answer')
    expect(reason(String.raw`{"1": "no", "\u0031": "yes"}`)).toBe('duplicate-answer')
  })
  test('the same word in two places is no repetition', () => {
    for (const words of [
      '{"a": {"x": 1}, "b": {"x": 1}}',
      '[{"x": 1}, {"x": 1}]',
      '{"a": "a", "b": ["a", "a"]}',
    ])
      expect(isSaidTwiceIn(words)).toBe(false)
    expect(isSaidTwiceIn('{"a": [{"b": 1, "c": {"b": 2}, "b": 3}]}')).toBe(true)
  })
})

describe('a QuestionnaireResponse of someone else', () => {
  const phq9 = fromLibrary('phq-9')!
  const reading = (response: object) =>
    scoreText(
      phq9,
      JSON.stringify({ resourceType: 'QuestionnaireResponse', status: 'completed', ...response }),
    )
  const item = (linkId: string, ...answer: object[]) => ({ linkId, answer })
  const often = (code: string) => ({ valueCoding: { system: 'http://loinc.org', code } })

  test('by LOINC, nested or not, with the codes of its answers or plain numbers', () => {
    const one = reading({
      item: [
        {
          linkId: 'group',
          item: [item('/44250-9', often('LA6571-9')), item('44255-8', { valueInteger: 2 })],
        },
        item('44260-8', { valueDecimal: 1 }),
      ],
    })
    expect(one).toMatchObject({
      scores: { phq2: 5 },
      flags: expect.arrayContaining(['suicide-item-positive']),
    })
  })
  test('by LOINC’s own name of the questionnaire', () =>
    expect(reading({ questionnaire: 'http://loinc.org/q/44249-1', item: [] })).toMatchObject({ answered: 0 }))

  test.each([
    [
      'two answers to one question',
      { item: [item('1', { valueInteger: 1 }, { valueInteger: 2 })] },
      'duplicate-answer',
    ],
    [
      'one question twice',
      { item: [item('1', { valueInteger: 1 }), item('44250-9', { valueInteger: 1 })] },
      'duplicate-answer',
    ],
    ['a question that is not there', { item: [item('10', { valueInteger: 1 })] }, 'unknown-item'],
    ['an option that is not there', { item: [item('1', often('LA9999-9'))] }, 'not-an-option'],
    ['a value out of range', { item: [item('1', { valueInteger: 4 })] }, 'out-of-range'],
    ['an answer that is a date', { item: [item('1', { valueDate: '2026-01-01' })] }, 'not-an-option'],
    ['another version', { questionnaire: 'https://example.org/Questionnaire/phq-9|2' }, 'wrong-version'],
    [
      'another instrument of ours',
      { questionnaire: 'https://throughline.invalid/fhir/Questionnaire/gad-7|1' },
      'wrong-instrument',
    ],
    [
      'an instrument of somebody else',
      { questionnaire: 'https://example.org/Questionnaire/other' },
      'wrong-instrument',
    ],
    ['another panel of LOINC', { questionnaire: 'http://loinc.org/q/69737-5' }, 'wrong-instrument'],
    [
      'a code of somebody else’s system',
      { item: [item('1', { valueCoding: { system: 'http://snomed.info/sct', code: '1' } })] },
      'not-an-option',
    ],
    ['one that was taken back', { status: 'entered-in-error' }, 'taken-back'],
    [
      'ten thousand items',
      { item: Array.from({ length: 10_000 }, (_, at) => item(`x${at}`, { valueInteger: 1 })) },
      'unknown-item',
    ],
  ])('%s is invalid', (_, response, reason) =>
    expect(reading(response)).toMatchObject({ status: 'invalid', reason }),
  )

  test('items without an answer are missing answers, and worked-out ones are not read', () =>
    expect(reading({ item: [{ linkId: '1' }, item('scores/total', { valueDecimal: 27 })] })).toMatchObject({
      status: 'incomplete',
      answered: 0,
    }))
})
