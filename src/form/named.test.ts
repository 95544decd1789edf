import { describe, expect, test } from 'vitest'
import type { Answers } from '../instrument/instrument.ts'
import { score, type Scored } from '../instrument/score.ts'
import { fitsDanger, readForm, type DangerAnswers } from './form.ts'
import { invented, textOf } from './testing/files.ts'

const read = (file: unknown) => {
  const found = readForm(textOf(file))
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found
}
const report = (file: unknown) => read(file).report
const form = (file: unknown, danger: readonly DangerAnswers[] = []) =>
  read(file).form({ id: 'own-form', version: '1', language: 'en', licence: 'ours', danger, trauma: false })
const of = (...item: object[]) => invented({ item })
const question = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'boolean',
  text: `Asked ${linkId}`,
  ...more,
})
const said = (answers: object): Answers => ({ said: answers })

describe('a number that must reach a person', () => {
  const typed = of(
    question('n', {
      type: 'integer',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
      ],
    }),
    question('d', { type: 'decimal' }),
  )
  const flagged = (danger: DangerAnswers, answers: object) =>
    (score(form(typed, [danger]), said(answers)) as Scored).flags.length > 0

  test.each<[string, DangerAnswers, Record<string, boolean>]>([
    ['from it upwards', { item: 'n', atLeast: 3 }, { 2: false, 3: true, 10: true, 0: false }],
    ['from it downwards', { item: 'n', atMost: 3 }, { 4: false, 3: true, 0: true, 10: false }],
    ['every number', { item: 'n', atLeast: 0 }, { 0: true, 10: true }],
  ])('%s', (_, danger, expected) => {
    for (const [n, is] of Object.entries(expected))
      expect([n, flagged(danger, { n: Number(n) })]).toEqual([n, is])
  })

  test('with decimals, up to the mark itself', () => {
    expect([3.4, 3.5, 3.6].map((d) => flagged({ item: 'd', atLeast: 3.5 }, { d }))).toEqual([
      false,
      true,
      true,
    ])
    expect([3.4, 3.5, 3.6].map((d) => flagged({ item: 'd', atMost: 3.5 }, { d }))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('nothing typed is no danger answer, and is asked in person', () => {
    expect(flagged({ item: 'n', atMost: 3 }, { d: 1 })).toBe(false)
    expect(form(typed, [{ item: 'n', atMost: 3 }]).neverSilent).toEqual(['n'])
  })

  test.each<[string, DangerAnswers]>([
    ['above all that can be typed', { item: 'n', atLeast: 11 }],
    ['below it', { item: 'n', atMost: -1 }],
    ['not a number', { item: 'n', atLeast: Number.NaN }],
    ['of a question that is not there', { item: 'x', atLeast: 1 }],
    ['answers of a number', { item: 'n', answers: ['3'] }],
  ])('%s is refused', (_, danger) => expect(fitsDanger(report(typed), [danger])).toBe(false))

  test('of a question with answers to choose, a number is refused', () =>
    expect(fitsDanger(report(invented()), [{ item: 'safe', atLeast: 1 }])).toBe(false))
})

describe('what reads as if it were about death, or about what happened', () => {
  const hinted = (text: string) => report(of(question('q', { text }))).hints
  test.each([
    'How strong are your thoughts of suicide, 0 to 10?',
    'I wished I were dead',
    'Have you wanted to hurt yourself?',
    'Better off without me',
    '¿Ha pensado en quitarse la vida?',
    '¿Ha pensado en hacerse daño?',
    'Pensé que sería mejor estar muerto',
    '¿Tiene ganas de MORIR?',
  ])('death or harm: %s', (text) => expect(hinted(text)).toMatchObject({ danger: ['q'] }))
  test.each([
    'Were you ever sexually abused?',
    'As a child, were you beaten?',
    'Have you been in a serious accident?',
    'Before you were 18, did someone assault you?',
    '¿Sufrió abuso o maltrato en la infancia?',
    '¿Alguien lo agredió con un arma?',
    '¿Presenció violencia en su casa?',
    '¿Qué le ocurrió?',
  ])('what happened: %s', (text) => expect(hinted(text)).toMatchObject({ trauma: ['q'] }))
  test.each([
    'How well did you sleep?',
    '¿Qué tan bien durmió?',
    'I skipped breakfast',
    'I began my studies',
  ])('neither: %s', (text) => expect(hinted(text)).toEqual({ danger: [], trauma: [] }))
  test('in its other language, too; and a hint names no answer by itself', () => {
    const file = of({ ...question('q', { text: 'Nights' }), _text: translated('¿Ha pensado en matarse?') })
    expect(report(file).hints.danger).toEqual(['q'])
    expect(form(file)).toMatchObject({ danger: [], flags: [] })
  })
})

const translated = (content: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: content },
      ],
    },
  ],
})
