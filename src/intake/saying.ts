import { diastolic, pressurePanels, systolic } from './plausible.ts'
import type { Dosage, HistoryItem, MeasurementItem, Value } from './referral.ts'
import { carries, icd10, loinc, rxnorm, snomed, type Coded } from './terms.ts'

/** The words a history is told in; each language brings its own. */
export interface ItemWords {
  readonly clinical: Readonly<Record<string, string>>
  readonly verification: Readonly<Record<string, string>>
  readonly medicine: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
  readonly unitsMany: Readonly<Record<string, string>>
  readonly high: string
  readonly asNeeded: string
  readonly inWords: string
  readonly yes: string
  readonly no: string
  readonly pressure: string
  readonly every: (times: number, every: number, unit: string) => string
  readonly for: (reasons: string) => string
}

/** What stands beside an item's name: how it is, how it is taken, what for. */
export function detailsOf(item: HistoryItem, words: ItemWords): string[] {
  switch (item.kind) {
    case 'problem':
      return said([words.clinical[item.clinical], words.verification[item.verification]])
    case 'medicine':
      return said([
        words.medicine[item.status],
        ...item.dosages.map((dosage) => dosageWords(dosage, words)),
        reasonsOf(item.reasons, words),
      ])
    case 'allergy':
      return said([
        item.criticality === 'high' ? words.high : '',
        textsOf(item.reactions),
        words.verification[item.verification],
      ])
    case 'visit':
      return said([words.settings[item.setting], reasonsOf(item.reasons, words)])
    case 'measurement':
    case 'procedure':
      return []
  }
}

const said = (parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part): part is string => Boolean(part))

const textsOf = (coded: readonly Coded[]): string => coded.map(({ text }) => text).join(', ')

const reasonsOf = (reasons: readonly Coded[], words: ItemWords): string =>
  reasons.length === 0 ? '' : words.for(textsOf(reasons))

function dosageWords(dosage: Dosage, words: ItemWords): string {
  if (dosage.text !== '') return dosage.text
  const { times, every, everyUnit } = dosage
  const unit = (every === 1 ? words.units : words.unitsMany)[everyUnit] ?? everyUnit
  const how = times === null || every === null ? '' : words.every(times, every, unit)
  return said([dosage.amount, how, dosage.asNeeded ? words.asNeeded : '']).join(' ')
}

/** Code lists by the names they have in every language. */
const listNames: ReadonlyMap<string, string> = new Map([
  [snomed, 'SNOMED CT'],
  [icd10, 'ICD-10-CM'],
  [rxnorm, 'RxNorm'],
  [loinc, 'LOINC'],
])

/** "SNOMED CT 230690007", or that there is no code, so that it matched no list. */
export const codesOf = ({ coded }: HistoryItem, words: ItemWords): string =>
  coded.codings.length === 0
    ? words.inWords
    : coded.codings.map(({ system, code }) => `${listNames.get(system) ?? system} ${code}`).join(', ')

export const isPressure = ({ coded }: MeasurementItem): boolean =>
  pressurePanels.some((code) => carries(coded, loinc, code))

type Amount = (value: number) => string

/** "128/82 mmHg" for a blood pressure, otherwise the value with its unit. */
export function valueWords(item: MeasurementItem, words: ItemWords, amount: Amount): string {
  if (isPressure(item)) {
    const [high, low] = [systolic, diastolic].map((code) => partWords(item, code, amount))
    return `${high}/${low} mmHg`
  }
  if (item.value) return oneValue(item.value, words, amount)
  return item.parts.map(({ coded, value }) => `${coded.text} ${oneValue(value, words, amount)}`).join(', ')
}

function partWords(item: MeasurementItem, code: string, amount: Amount): string {
  const value = item.parts.find(({ coded }) => carries(coded, loinc, code))?.value
  return value?.is === 'quantity' ? amount(Math.round(value.amount)) : '?'
}

function oneValue(value: Value, words: ItemWords, amount: Amount): string {
  switch (value.is) {
    case 'quantity':
      return `${value.comparator}${amount(value.amount)} ${plainUnit(value.unit)}`.trim()
    case 'coded':
      return value.coded.text
    case 'text':
      return value.text
    case 'yes-no':
      return value.yes ? words.yes : words.no
  }
}

/** UCUM codes as people write them; others stand as they came. */
const written: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  'kg/m2': 'kg/m²',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  '{score}': '',
}

const plainUnit = (unit: string): string => written[unit] ?? unit
