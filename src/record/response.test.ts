import { readFileSync } from 'node:fs'
import fhirpath, { type Model } from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { describe, expect, test } from 'vitest'
import { readForm } from '../form/form.ts'
import { invented, textOf } from '../form/testing/files.ts'
import { readResponse } from '../instrument/answers.fhir.ts'
import { resultsAsFhirPath } from '../instrument/expression.ts'
import type { Answers, Instrument } from '../instrument/instrument.ts'
import { instrumentAt, fromLibrary } from '../instrument/library.content.ts'
import type { Withheld } from '../instrument/response.ts'
import { score, totalOf, type Scored } from '../instrument/score.ts'
import { vectors } from '../instrument/testing/answering.ts'
import type { Row } from './export.ts'
import { bundleOf } from './record.fhir.ts'

/** A file, read as whoever gets it reads it: of no shape that is known before. */
type Json = ReturnType<typeof JSON.parse>

/** As the database keeps it: what was worked out when it was answered, and nothing from anywhere else. */
function rowOf(instrument: Instrument, answers: Answers, more: Row = {}): Row {
  const scored = score(instrument, answers) as Scored
  const { id, version } = instrument
  return {
    id: '01a20956-0000-7000-8000-000000000001',
    person_id: '01a20956-0000-7000-8000-00000000000a',
    instrument_id: id,
    instrument_version: version,
    language: 'en',
    answers,
    withheld: {},
    status: scored.status,
    scores: scored.scores,
    band: scored.band,
    flags: scored.flags,
    total: totalOf(instrument, scored),
    answered_at: '2026-11-02T10:00:00+00:00',
    given: 'alone',
    mark: null,
    replaces: null,
    ...more,
  }
}

/** Given out and read again, as whoever receives the file does. */
function exported(...rows: readonly Row[]) {
  const bundle = bundleOf({
    rows: { instrument_response: rows },
    withheld: [],
    at: 0,
    instrumentAt,
    own: [],
  })
  const all = (JSON.parse(JSON.stringify(bundle)) as Json)['entry'].map((each: Json) => each['resource'])
  const of = (type: string): Json[] => all.filter((each: Json) => each['resourceType'] === type)
  return { text: JSON.stringify(bundle), of, response: of('QuestionnaireResponse')[0]! }
}

/** The Questionnaire that a response names, and one only. */
function namedBy(response: Json, questionnaires: readonly Json[]): Json {
  const found = questionnaires.filter(({ url, version }) => `${url}|${version}` === response['questionnaire'])
  expect(found).toHaveLength(1)
  return found[0]!
}

/** Worked out by fhirpath.js over nothing but the two files. */
function workedOut(response: Json, questionnaire: Json): Record<string, unknown> {
  const known: Record<string, unknown> = { resource: response, questionnaire }
  const work = (expression: string) =>
    fhirpath.evaluate(response, expression, known, r4 as Model) as unknown[]
  for (const { valueExpression } of questionnaire['extension'])
    known[valueExpression.name] = work(valueExpression.expression)
  return Object.fromEntries(
    questionnaire['item'][1].item.map(({ linkId, extension }: Json) => [
      linkId.replace('scores/', ''),
      work(extension[0].valueExpression.expression)[0] ?? null,
    ]),
  )
}

const beyond: Json = JSON.parse(
  readFileSync(new URL('../instrument/fixtures/beyond-sdc.json', import.meta.url), 'utf8'),
)
const itemsOf = (response: Json): Json[] => response['item'][0].item
const itemIn = (response: Json, linkId: string) => itemsOf(response).find((item) => item['linkId'] === linkId)

describe('an exported response and its Questionnaire', () => {
  test.each(vectors.filter(({ expected }) => expected['status'] !== 'invalid'))(
    '$id: are scored again by fhirpath.js as they were scored here',
    ({ instrument: id, input }) => {
      const instrument = fromLibrary(id)!
      const { scores, band, classification = {} } = score(instrument, input) as Scored
      const { response, of } = exported(rowOf(instrument, input))
      const there = workedOut(response, namedBy(response, of('Questionnaire')))
      for (const { name } of resultsAsFhirPath(instrument)) {
        if (Object.hasOwn(beyond[id] ?? {}, name)) continue
        const here = name === 'band' ? band : (scores[name] ?? classification[name] ?? null)
        expect([name, there[name]]).toEqual([name, here])
      }
    },
  )

  test.each(vectors.filter(({ expected }) => expected['status'] !== 'invalid'))(
    '$id: every answer comes back as it was given',
    ({ instrument: id, input }) => {
      const instrument = fromLibrary(id)!
      const { response, text } = exported(rowOf(instrument, input))
      const read = readResponse(instrument, response)
      if ('reasons' in read) throw new Error(JSON.stringify(read.reasons))
      expect(score(instrument, read.answers)).toEqual(score(instrument, input))
      expect(text).not.toMatch(/"code":""|http:\/\/loinc.org\/q\/"|"answer":\[\]/)
    },
  )
})

test('with weights in both ways of saying it, the scores as expressions, the owner and the licence', () => {
  const { of } = exported(rowOf(fromLibrary('phq-9')!, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] }))
  const [questionnaire] = of('Questionnaire')
  expect(questionnaire).toMatchObject({ experimental: false, language: 'en', status: 'active' })
  expect(questionnaire!['copyright']).toContain('Pfizer')
  const [first] = questionnaire!['item'][0].item
  expect(first.answerOption[2].extension.map(({ url, valueDecimal }: Json) => [url, valueDecimal])).toEqual([
    ['http://hl7.org/fhir/StructureDefinition/ordinalValue', 2],
    ['http://hl7.org/fhir/StructureDefinition/itemWeight', 2],
  ])
  expect(JSON.stringify(questionnaire!['item'][1])).toContain('sdc-questionnaire-calculatedExpression')
})

test('in each language that was answered it is a Questionnaire of its own; the same one is given once', () => {
  const phq = fromLibrary('phq-9')!
  const answers = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] }
  const id = (last: number) => `01a20956-0000-7000-8000-00000000000${last}`
  const { of } = exported(
    rowOf(phq, answers, { id: id(1) }),
    rowOf(phq, answers, { id: id(2), language: 'es' }),
    rowOf(phq, answers, { id: id(3) }),
  )
  const questionnaires = of('Questionnaire')
  expect(questionnaires.map((each) => each['language'])).toEqual(['en', 'es'])
  for (const response of of('QuestionnaireResponse'))
    expect(namedBy(response, questionnaires)['language']).toBe(response['language'])
})

test.each<[string, Withheld, string]>([
  ['preferred not to', { '2': 'prefer-not' }, 'asked-declined'],
  ['will rather be said in person', { '2': 'in-person' }, 'temp-unknown'],
  ['was declined', { '2': 'declined' }, 'asked-declined'],
  ['could not be assessed', { '2': 'not-assessable' }, 'asked-unknown'],
  ['was not asked', { '2': 'not-asked' }, 'not-asked'],
  ['was left open', {}, 'unknown'],
])('what %s stands there with why it has no answer, and counts for nothing', (_, withheld, code) => {
  const phq = fromLibrary('phq-9')!
  const answers = { answers: [1, null, 1, 1, 1, 1, 1, 1, 0] }
  const { response, of } = exported(rowOf(phq, answers, { withheld }))
  expect(itemIn(response, '2')).toMatchObject({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
  })
  expect(itemIn(response, '2')).not.toHaveProperty('answer')
  expect(workedOut(response, of('Questionnaire')[0]!)['total']).toBe(8)
})

test('a question that was rightly not asked is not there at all', () => {
  const never = { answers: [0, null, null] }
  expect(
    itemsOf(exported(rowOf(fromLibrary('audit-c')!, never)).response).map((item) => item['linkId']),
  ).toEqual(['1'])
})

test('the mark that the practice scores by goes along, so that it is scored by the same again', () => {
  const pcPtsd = fromLibrary('pc-ptsd-5')!
  const answers = vectors.find(({ instrument }) => instrument === 'pc-ptsd-5')!.input
  const mark = { value: 3, source: 'invented' }
  const { response } = exported(rowOf(pcPtsd, { ...answers, cut: null }, { mark }))
  const read = readResponse(pcPtsd, response)
  expect(read).toMatchObject({ answers: { cut: 3 } })
})

test('of a version that is not kept here every answer stands as it was, and no other version is named', () => {
  const row = rowOf(
    fromLibrary('phq-9')!,
    { answers: [1, null, 2], often: 'very' },
    {
      instrument_version: '0',
      withheld: { '2': 'prefer-not' },
    },
  )
  const { response, of } = exported(row)
  expect(of('Questionnaire')).toEqual([])
  expect(response['questionnaire']).toMatch(/\/Questionnaire\/phq-9\|0$/)
  expect(response['item']).toEqual([
    { linkId: '1', answer: [{ valueDecimal: 1 }] },
    { linkId: '2', extension: [expect.objectContaining({ valueCode: 'asked-declined' })] },
    { linkId: '3', answer: [{ valueDecimal: 2 }] },
    { linkId: 'often', answer: [{ valueString: 'very' }] },
  ])
})

test('a score has LOINC’s code where one is known, ours always, and the scores beside it', () => {
  const total = (id: string) => {
    const { input } = vectors.find(
      ({ instrument, expected }) => instrument === id && expected['status'] === 'complete',
    )!
    return exported(rowOf(fromLibrary(id)!, input)).of('Observation')[0]!
  }
  expect(total('phq-9')['code'].coding.map(({ code }: Json) => code)).toEqual(['44261-6', 'phq-9-total'])
  expect(total('edi')['code'].coding.map(({ code }: Json) => code)).toEqual(['edi-total'])
  expect(total('pcl-5')['component'].length).toBeGreaterThan(3)
})

test('of a form of the practice’s own, a choice, words, yes or no and a number, and why one is not there', () => {
  const original = textOf(invented())
  const imported = readForm(original)
  if ('refused' in imported) throw new Error(JSON.stringify(imported.refused))
  const as = {
    id: 'own-000000000001',
    version: '1',
    language: 'en',
    licence: 'ours',
    danger: [],
    trauma: false,
  } as const
  const definition = imported.form(as)
  const row = rowOf(definition, { said: { q1: 'most', safe: 'no', why: 'The street' } } as Answers, {
    withheld: { q2: 'prefer-not' },
  })
  const own = [{ formId: as.id, version: 1, definition, original }]
  const { entry } = bundleOf({ rows: { instrument_response: [row] }, withheld: [], at: 0, instrumentAt, own })
  const resources: Json[] = JSON.parse(JSON.stringify(entry)).map(({ resource }: Json) => resource)
  const response = resources.find((each) => each['resourceType'] === 'QuestionnaireResponse')!
  const questionnaire = namedBy(
    response,
    resources.filter((each) => each['resourceType'] === 'Questionnaire'),
  )
  expect(questionnaire).toMatchObject({ experimental: true })
  const q2 = response['item'][0].item.find(({ linkId }: Json) => linkId === 'q2')
  expect(q2).toEqual({
    linkId: 'q2',
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
        valueCode: 'asked-declined',
      },
    ],
  })
})
