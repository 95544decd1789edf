import { diastolic, pressurePanels, systolic } from './plausible.ts'
import type { MeasurementItem, Part } from './referral.ts'
import { type Coded, loinc, ownMeasures } from './terms.ts'
import type { When } from './when.ts'

/** A blood pressure measured in the practice, in the same codes as one that came from outside. */
export function pressureItem(taken: {
  readonly id: string
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly takenAt: When
}): MeasurementItem {
  return {
    kind: 'measurement',
    source: { type: 'here', id: taken.id, entry: 0 },
    coded: {
      codings: [{ system: loinc, code: pressurePanels[0], display: 'Blood pressure' }],
      text: 'Blood pressure',
    },
    notes: [],
    category: 'vital-signs',
    status: 'final',
    at: taken.takenAt,
    value: null,
    parts: [partOf(systolic, taken.systolicMmHg), partOf(diastolic, taken.diastolicMmHg)],
  }
}

const partOf = (code: string, amount: number): Part => ({
  coded: { codings: [{ system: loinc, code, display: '' }], text: code },
  value: { is: 'quantity', amount, comparator: '', unit: 'mm[Hg]' },
})

/** What may be written down here, and what a living adult’s can be: wider than any limit, to tell a slip of the keyboard. [PD] */
export const measurable = {
  weight: { unit: 'kg', loinc: '29463-7', low: 20, high: 500 },
  bmi: { unit: 'kg/m2', loinc: '39156-5', low: 8, high: 150 },
  spo2: { unit: '%', loinc: '59408-5', low: 40, high: 100 },
  qtc: { unit: 'ms', loinc: '8636-3', low: 200, high: 900 },
  egfr: { unit: 'mL/min/{1.73_m2}', loinc: '33914-3', low: 0, high: 250 },
  'alt-uln': { unit: '{xULN}', loinc: null, low: 0, high: 500 },
  'ast-uln': { unit: '{xULN}', loinc: null, low: 0, high: 500 },
  mmse: { unit: '{score}', loinc: null, low: 0, high: 30 },
  audit: { unit: '{score}', loinc: '75624-7', low: 0, high: 40 },
  'dast-10': { unit: '{score}', loinc: '82667-7', low: 0, high: 10 },
  'stop-bang': { unit: '{score}', loinc: null, low: 0, high: 8 },
} as const
export type Measurable = keyof typeof measurable
export const measurables = Object.keys(measurable) as Measurable[]

/** What a measurement is of, where it is one of these by its code; its text stands in the language of whoever wrote it down. */
export const measureOf = ({ codings }: Pick<Coded, 'codings'>): Measurable | null =>
  measurables.find((one) =>
    codings.some(({ system, code }) =>
      system === loinc ? code === measurable[one].loinc : system === ownMeasures && code === one,
    ),
  ) ?? null

export interface Taken {
  readonly id: string
  readonly measure: Measurable
  readonly value: number
  /** What it is called, in the language in which it was written down. */
  readonly title: string
}

/** True of a number that could be so. */
export const couldBe = ({ measure, value }: Pick<Taken, 'measure' | 'value'>): boolean =>
  value >= measurable[measure].low && value <= measurable[measure].high

/** One value measured here, or read from a result on paper, in the unit in which the rules compare it. */
export function measuredItem({ id, measure, value, title }: Taken, at: When): MeasurementItem {
  const { unit, loinc: code } = measurable[measure]
  return {
    kind: 'measurement',
    source: { type: 'here', id, entry: 0 },
    coded: {
      codings: [
        code === null
          ? { system: ownMeasures, code: measure, display: title }
          : { system: loinc, code, display: title },
      ],
      text: title,
    },
    notes: [],
    category: 'exam',
    status: 'final',
    at,
    value: { is: 'quantity', amount: value, comparator: '', unit },
    parts: [],
  }
}
