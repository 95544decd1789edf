import {
  codeAmong,
  isFhir,
  listOf,
  own,
  statusOf,
  whenOf,
  wordsOf,
  type Fhir,
  type Look,
} from './values.fhir.ts'
import type { Demographics, Identifier, Source } from './referral.ts'
import { systemNamed } from './terms.ts'

/** The person a referral is about, as the sender knows them. Race, ethnicity and birth place are not asked for and not kept. */
export function readPatient(patient: Fhir, source: Source, look: Look): Demographics {
  const names = listOf(patient, 'name')
  const name = preferred(names, ['usual', 'official'])
  const address = preferred(listOf(patient, 'address'), ['home'])
  return {
    source,
    given: givenOf(name),
    family: wordsOf(name, 'family'),
    otherNames: names
      .filter((other) => other !== name)
      .map(fullName)
      .filter((said) => said !== ''),
    birthDate: whenOf(patient, 'birthDate', look),
    gender: codeAmong(wordsOf(patient, 'gender'), ['female', 'male', 'other', 'unknown'], {
      look,
      where: 'gender',
      otherwise: 'unknown',
    }),
    language: languageOf(patient),
    phone: contactOf(patient, 'phone'),
    email: contactOf(patient, 'email'),
    addressLine: linesOf(address),
    city: wordsOf(address, 'city'),
    state: wordsOf(address, 'state'),
    postalCode: wordsOf(address, 'postalCode'),
    identifiers: listOf(patient, 'identifier').flatMap((identifier) => identifierOf(identifier, look)),
  }
}

/** The file says the person has died: by a date, or by yes. */
export const hasDied = (patient: Fhir): boolean =>
  own(patient, 'deceasedBoolean') === true || typeof own(patient, 'deceasedDateTime') === 'string'

const givenOf = (name: unknown): string =>
  listOf(name, 'given')
    .filter((given): given is string => typeof given === 'string')
    .map((given) => wordsOf({ given }, 'given'))
    .join(' ')

const fullName = (name: unknown): string =>
  `${givenOf(name)} ${wordsOf(name, 'family')}`.trim() || wordsOf(name, 'text')

/** The one meant for today's use; never one marked old or maiden while another stands. */
function preferred(from: readonly unknown[], uses: readonly string[]): Fhir | undefined {
  const all = from.filter(isFhir)
  const wanted = uses
    .map((use) => all.find((one) => wordsOf(one, 'use') === use))
    .find((one) => one !== undefined)
  return wanted ?? all.find((one) => !['old', 'maiden', 'temp'].includes(wordsOf(one, 'use'))) ?? all[0]
}

function languageOf(patient: Fhir): 'en' | 'es' | null {
  const spoken = listOf(patient, 'communication')
  const first = spoken.find((one) => own(one, 'preferred') === true) ?? spoken[0]
  const tag = statusOf(first, 'language').toLowerCase()
  if (tag.startsWith('es')) return 'es'
  return tag.startsWith('en') ? 'en' : null
}

const contactOf = (patient: Fhir, system: string): string =>
  wordsOf(
    preferred(
      listOf(patient, 'telecom').filter((point) => wordsOf(point, 'system') === system),
      ['mobile', 'home'],
    ),
    'value',
  )

const linesOf = (address: unknown): string =>
  listOf(address, 'line')
    .filter((line): line is string => typeof line === 'string')
    .map((line) => wordsOf({ line }, 'line'))
    .filter((line) => line !== '')
    .join(', ')

/** Filled in because a form asked for something; matching on one would put two people in one record. */
const placeholder = /^(?:(\w)\1{3,}|0*|1?23456789|987654321|unknown|none|na|test|pending|x+)$/i

function identifierOf(identifier: unknown, look: Look): Identifier[] {
  const [system, value] = [systemNamed(wordsOf(identifier, 'system')), wordsOf(identifier, 'value')]
  if (value === '' || ['old', 'temp'].includes(wordsOf(identifier, 'use'))) return []
  if (system === '') look.note('identifier', 'identifier-without-system')
  else if (placeholder.test(value.replaceAll(/[-\s.]/g, '')))
    look.note('identifier', 'identifier-placeholder')
  else return [{ system, value, type: statusOf(identifier, 'type') }]
  return []
}
