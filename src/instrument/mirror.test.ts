import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import fhirpath, { type Model } from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { expect, test } from 'vitest'
import { readResponse, responseOf } from './answers.fhir.ts'
import { resultsAsFhirPath } from './expression.ts'
import type { Answers, Instrument } from './instrument.ts'
import { questionnaireOf } from './questionnaire.fhir.ts'
import { score, type Scored } from './score.ts'
import { answersTo, library, vectors } from './testing/answering.ts'

/** By instrument, the results that SDC cannot work out; nothing else may differ, and these must. */
const cannot: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('./fixtures/beyond-sdc.json', import.meta.url), 'utf8'),
)

type Environment = Record<string, unknown>
type Compiled = (resource: object, environment: Environment) => unknown[]
interface Expressed {
  readonly name: string
  readonly work: Compiled
}
interface Mirror {
  readonly questionnaire: object
  readonly variables: readonly Expressed[]
  readonly results: readonly Expressed[]
}

/** The Questionnaire's own variables and calculated expressions, as it is given out. */
function mirrorOf(instrument: Instrument): Mirror {
  const questionnaire = JSON.parse(JSON.stringify(questionnaireOf(instrument, 'en')))
  const compiled = (expression: string) => fhirpath.compile(expression, r4 as Model) as Compiled
  return {
    questionnaire,
    variables: questionnaire.extension.map(({ valueExpression }: { valueExpression: Expression }) => ({
      name: valueExpression.name,
      work: compiled(valueExpression.expression),
    })),
    results: questionnaire.item[1].item.map(({ linkId, extension: [worked] }: Result) => ({
      name: linkId.replace('scores/', ''),
      work: compiled(worked.valueExpression.expression),
    })),
  }
}
interface Expression {
  readonly name: string
  readonly expression: string
}
interface Result {
  readonly linkId: string
  readonly extension: readonly [{ readonly valueExpression: Expression }]
}

/** Worked out over a response as SDC says: the variables in order, and each may use those before it. */
function mirrored(instrument: Instrument, input: Answers): Record<string, unknown> {
  const { questionnaire, variables, results } = mirrors.get(instrument.id)!
  const resource = JSON.parse(JSON.stringify(responseOf(instrument, input, { id: 'r', language: 'en' })))
  const known: Environment = { resource, questionnaire }
  for (const { name, work } of variables) known[name] = work(resource, known)
  return Object.fromEntries(results.map(({ name, work }) => [name, work(resource, known)[0] ?? null]))
}

const pure = (
  instrument: Instrument,
  { scores, band, classification = {} }: Scored,
): Record<string, unknown> =>
  Object.fromEntries(
    resultsAsFhirPath(instrument).map(({ name }) => [
      name,
      name === 'band' ? band : (scores[name] ?? classification[name] ?? null),
    ]),
  )

const mirrors = new Map(library.map((instrument) => [instrument.id, mirrorOf(instrument)]))
const byId = new Map(library.map((instrument) => [instrument.id, instrument]))
const scorable = vectors.filter(({ expected }) => expected['status'] !== 'invalid')
const differing = new Map<string, Set<string>>()

test('every vector that is not invalid is worked out by FHIRPath too', () =>
  expect(scorable).toHaveLength(170))

test.each(scorable)(
  '$id: FHIRPath agrees in scores, band and classification',
  ({ instrument: id, input }) => {
    const instrument = byId.get(id)!
    const [here, there] = [pure(instrument, score(instrument, input) as Scored), mirrored(instrument, input)]
    for (const name of Object.keys(here)) {
      if (JSON.stringify(here[name]) === JSON.stringify(there[name])) continue
      expect(Object.keys(cannot[id] ?? {}), `${name}: ${here[name]} here, ${there[name]} there`).toContain(
        name,
      )
      differing.set(id, (differing.get(id) ?? new Set()).add(name))
    }
    expect(Object.keys(there)).toEqual(Object.keys(here))
  },
)

test('what is said to be beyond SDC is so, and is all that is', () =>
  expect(Object.fromEntries([...differing].map(([id, names]) => [id, [...names].toSorted()]))).toEqual(
    Object.fromEntries(Object.entries(cannot).map(([id, names]) => [id, Object.keys(names).toSorted()])),
  ))

test.each(scorable)(
  '$id: answers go out as a QuestionnaireResponse and come back',
  ({ instrument: id, input }) => {
    const instrument = byId.get(id)!
    const read = readResponse(
      instrument,
      JSON.parse(JSON.stringify(responseOf(instrument, input, { id: 'r', language: 'en' }))),
    )
    if ('reasons' in read) throw new Error(JSON.stringify(read.reasons))
    expect(score(instrument, read.answers)).toEqual(score(instrument, input))
  },
)

test.each(library.map((instrument) => ({ id: instrument.id, instrument })))(
  '$id: FHIRPath agrees on any answers, whole or with gaps',
  ({ instrument }) => {
    const beyond = Object.keys(cannot[instrument.id] ?? {})
    const any = fc.boolean().chain((gaps) => answersTo(instrument, { gaps }))
    const agree = fc.property(any, (input) => {
      const [here, there] = [
        pure(instrument, score(instrument, input) as Scored),
        mirrored(instrument, input),
      ]
      for (const name of beyond) delete here[name]
      for (const name of beyond) delete there[name]
      expect(there).toEqual(here)
    })
    fc.assert(agree, { numRuns: 8 })
  },
)
