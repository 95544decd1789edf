import { describe, expect, test } from 'vitest'
import { readForm } from './form.ts'
import { calculated, textOf } from './testing/files.ts'

const weight = (valueDecimal: number) => [
  { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal },
]
const concepts = [
  {
    code: 'no',
    display: 'Not at all',
    extension: weight(0),
    designation: [{ language: 'es', value: 'Nada' }],
  },
  { code: 'some', display: 'Some', extension: weight(2), designation: [{ language: 'es', value: 'Algo' }] },
]
const composed = { compose: { include: [{ system: 'urn:words', concept: concepts }] } }
const form = (set: object, more: object = {}) => ({
  resourceType: 'Questionnaire',
  language: 'en',
  title: 'Listed, invented',
  status: 'active',
  contained: [{ resourceType: 'ValueSet', id: 'much', ...set }],
  item: [
    { linkId: 'a', type: 'choice', text: 'How much?', answerValueSet: '#much', ...more },
    { linkId: 'b', type: 'boolean', text: 'And now?' },
    {
      linkId: 'sum',
      type: 'decimal',
      text: 'In all',
      extension: [calculated("%resource.item.where(linkId = 'a').answer.value.ordinal()")],
    },
  ],
})
const read = (file: object) => {
  const imported = readForm(textOf(file))
  if ('refused' in imported) throw new Error(imported.refused.fault)
  return imported
}
const as = {
  id: 'own-000000000000',
  version: '1',
  language: 'en',
  licence: 'Ours',
  danger: [],
  trauma: false,
} as const
const elsewhere = (file: object) => {
  const { report } = read(file)
  return report.notes.filter(({ kind }) => kind === 'answers-elsewhere').map(({ detail }) => detail)
}

describe('a list of answers that stands in the file', () => {
  test('is asked like any other, with its words in both languages and what each weighs', () => {
    const { report, form: made } = read(form(composed))
    expect(report.questions[0]).toMatchObject({
      way: 'option',
      answers: [
        { word: 'no', words: 'Not at all' },
        { word: 'some', words: 'Some' },
      ],
    })
    expect(report.notes).not.toContainEqual(expect.objectContaining({ kind: 'about-it' }))
    expect(report.results).toEqual(['In all'])
    expect(made(as).own?.tree[0]).toEqual({
      id: 'a',
      answers: 'option',
      offers: [
        { word: 'no', weight: 0, is: { system: 'urn:words', code: 'no', display: 'Not at all' } },
        { word: 'some', weight: 2, is: { system: 'urn:words', code: 'some', display: 'Some' } },
      ],
    })
  })

  test('is read from its expansion where that is whole', () => {
    const contains = concepts.map((one) => ({ ...one, system: 'urn:words' }))
    expect(read(form({ expansion: { total: 2, contains } })).report.questions[0]?.answers).toHaveLength(2)
  })

  test.each<[string, object]>([
    [
      'its answers are chosen by a rule',
      { compose: { include: [{ system: 'urn:w', filter: [{ op: 'is-a' }] }] } },
    ],
    [
      'one part of it stands elsewhere',
      { compose: { include: [...composed.compose.include, { valueSet: ['urn:x'] }] } },
    ],
    [
      'something is taken out of it again',
      { compose: { ...composed.compose, exclude: [{ system: 'urn:w' }] } },
    ],
    ['its expansion is a page of many', { expansion: { total: 40, contains: concepts } }],
    [
      'its expansion has lists in lists',
      { expansion: { contains: [{ ...concepts[0], contains: concepts }] } },
    ],
    ['it has none', {}],
    ['it is another thing', { ...composed, resourceType: 'CodeSystem' }],
  ])('is not half read where %s: it is said that its answers stand elsewhere', (_, set) => {
    expect(elsewhere(form(set))).toEqual(['#much'])
  })

  test('that is named and not there is said, too', () => {
    expect(elsewhere(form(composed, { answerValueSet: '#other' }))).toEqual(['#other'])
    expect(elsewhere(form(composed, { answerValueSet: 'http://x.example/much' }))).toEqual([
      'http://x.example/much',
    ])
  })
})
