import { ownCanonical, ownQuestionnaire, ownResponseItems } from '../form/form.fhir.ts'
import type { KeptForm } from '../form/kept.ts'
import { absenceOf, responseOf } from '../instrument/answers.fhir.ts'
import type { Answers, Instrument } from '../instrument/instrument.ts'
import { questionnaireOf, questionnaireUrl } from '../instrument/questionnaire.fhir.ts'
import type { Language, Withheld } from '../instrument/response.ts'
import { replacedAnswers, type Row } from './export.ts'
import {
  coding,
  hl7,
  loincSystem,
  numberOf,
  ours,
  referenceTo,
  resourceOf,
  textOf,
  ucum,
  type Resource,
} from './row.fhir.ts'

/** What the answers of a record were answers to. */
export interface Answered {
  /** An instrument in the version that was asked; nothing where that version is not kept here. */
  readonly instrumentAt: (id: string, version: string) => Instrument | undefined
  readonly own: readonly KeptForm[]
}

interface Found {
  readonly instrument: Instrument | undefined
  readonly own: KeptForm | undefined
}

const languageOf = (row: Row): Language => (row['language'] === 'es' ? 'es' : 'en')
const nameOf = (row: Row) => ({
  id: String(row['instrument_id']),
  version: String(row['instrument_version']),
})

function foundFor(row: Row, { instrumentAt, own }: Answered): Found {
  const { id, version } = nameOf(row)
  return {
    instrument: instrumentAt(id, version),
    own: own.find((each) => each.formId === id && String(each.version) === version),
  }
}

/** Every response with all that was said and left out, what was worked out from it, and each Questionnaire that one names. */
export function responsesOf(rows: readonly Row[], answered: Answered): Resource[] {
  const replaced = replacedAnswers(rows)
  const resources = rows.flatMap((row) => {
    const found = foundFor(row, answered)
    const isReplaced = replaced.has(row['id'])
    return [answeredIn(row, found, isReplaced), ...resultOf(row, found, isReplaced)]
  })
  return [...resources, ...questionnairesOf(rows, answered)]
}

/** One for each version and language that was answered. */
function questionnairesOf(rows: readonly Row[], answered: Answered): Resource[] {
  const made = rows.flatMap((row): Resource[] => {
    const { instrument, own } = foundFor(row, answered)
    if (own) return [ownQuestionnaire(own) as Resource]
    return instrument ? [{ ...questionnaireOf(instrument, languageOf(row)) }] : []
  })
  return [...new Map(made.map((each) => [each.id, each])).values()]
}

/** A correction is an amended response; what it stands in the place of was entered in error, and is here all the same. */
const statusOf = (row: Row, isReplaced: boolean) =>
  isReplaced ? 'entered-in-error' : row['replaces'] ? 'amended' : 'completed'

/** The mark that the practice scores by is an answer of the form's as well: without it nobody could score it again. */
interface MarkKept {
  readonly value: number
}

function answeredIn(row: Row, { instrument, own }: Found, isReplaced: boolean): Resource {
  const said = {
    answers: (row['answers'] ?? {}) as Answers,
    withheld: (row['withheld'] ?? {}) as Withheld,
    mark: ((row['mark'] as MarkKept | null | undefined) ?? null)?.value ?? null,
  }
  const told = own
    ? { questionnaire: ownCanonical(own.definition), item: ownResponseItems(own.definition, said) }
    : instrument
      ? responseOf(instrument, said.answers, { id: String(row['id']), language: languageOf(row), ...said })
      : unknownForm(row, said)
  return resourceOf(row, {
    resourceType: 'QuestionnaireResponse',
    carries: ['answers', 'answered_at', 'language'],
    parts: {
      questionnaire: told.questionnaire,
      status: statusOf(row, isReplaced),
      language: textOf(row, 'language'),
      subject: referenceTo('Patient', row['person_id']),
      // What a clinician saw and judged, the client did not say.
      source: row['given'] === 'rated' ? undefined : referenceTo('Patient', row['person_id']),
      authored: textOf(row, 'answered_at'),
      item: told.item,
    },
  })
}

/** A version that is not kept here any more: every answer as it stands in the row, under the name it has there. */
function unknownForm(row: Row, { answers: all, withheld }: { answers: Answers; withheld: Withheld }) {
  const { id, version } = nameOf(row)
  const { answers = [], ...named } = all
  const said = [
    ...answers.map((value, place) => [String(place + 1), value] as const),
    ...Object.entries(named).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : [[name, value] as const],
    ),
  ]
  const left = Object.keys(withheld).filter((name) => !said.some(([each]) => each === name))
  return {
    questionnaire: `${questionnaireUrl(id)}|${version}`,
    item: [...said, ...left.map((name) => [name, null] as const)].map(([linkId, value]) => ({
      linkId,
      extension: value === null || value === undefined ? [absenceOf(withheld[linkId])] : undefined,
      answer: value === null || value === undefined ? undefined : [value].flat().map(plainly),
    })),
  }
}

const plainly = (value: unknown): object =>
  typeof value === 'number'
    ? { valueDecimal: value }
    : typeof value === 'boolean'
      ? { valueBoolean: value }
      : { valueString: String(value) }

const survey = [{ coding: [coding(`${hl7}/observation-category`, 'survey')] }]
const scoreSystem = `${ours}/CodeSystem/scores`

/** LOINC's name of a result where there is one, and always our own. */
const codeOf = (id: string, name: string, loinc: string | undefined) => ({
  coding: [...(loinc ? [coding(loincSystem, loinc)] : []), coding(scoreSystem, `${id}-${name}`)],
  text: `${id} ${name}`,
})

/** The total and the scores beside it, as they were worked out when the answers were given. */
function resultOf(row: Row, { instrument }: Found, isReplaced: boolean): Resource[] {
  const total = numberOf(row, 'total')
  const { id } = nameOf(row)
  if (total === undefined || !instrument) return []
  const { main, loinc } = instrument
  const others = Object.entries((row['scores'] ?? {}) as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[0] !== main,
  )
  const component = others.map(([name, value]) => ({
    code: codeOf(id, name, undefined),
    valueQuantity: { value, unit: '{score}', system: ucum, code: '{score}' },
  }))
  return [
    {
      resourceType: 'Observation',
      id: `${String(row['id'])}-total`,
      status: isReplaced ? 'entered-in-error' : row['replaces'] ? 'corrected' : 'final',
      category: survey,
      code: codeOf(id, 'total', loinc['total']),
      subject: referenceTo('Patient', row['person_id']),
      effectiveDateTime: textOf(row, 'answered_at'),
      valueQuantity: { value: total, unit: '{score}', system: ucum, code: '{score}' },
      component: component.length > 0 ? component : undefined,
      note: row['status'] === 'prorated' ? [{ text: 'Prorated: some questions were left open.' }] : undefined,
      derivedFrom: [referenceTo('QuestionnaireResponse', row['id'])],
    },
  ]
}
