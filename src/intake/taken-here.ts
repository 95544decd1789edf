import { diastolic, pressurePanels, systolic } from './plausible.ts'
import type { MeasurementItem, Part } from './referral.ts'
import { loinc } from './terms.ts'
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
