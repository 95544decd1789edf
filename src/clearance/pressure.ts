import type { History, KnownItem } from '../intake/history.ts'
import { diastolic, pressurePanels, systolic } from '../intake/plausible.ts'
import { carries, loinc } from '../intake/terms.ts'
import { newestFirst, type When } from '../intake/when.ts'

export interface PressureReading {
  readonly known: KnownItem
  readonly at: When
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
}

/** Blood pressures with both numbers and a time, newest first. */
export const pressuresIn = (items: History['items']): PressureReading[] =>
  items.flatMap((known) => pressureOf(known) ?? []).toSorted((a, b) => newestFirst(a.at, b.at))

export function pressureOf(known: KnownItem): PressureReading | null {
  const { item, standing } = known
  if (item.kind !== 'measurement' || item.at === null || standing === 'refuted') return null
  if (!pressurePanels.some((code) => carries(item.coded, loinc, code))) return null
  const amountOf = (code: string) => {
    const value = item.parts.find(({ coded }) => carries(coded, loinc, code))?.value
    return value?.is === 'quantity' && value.comparator === '' ? value.amount : null
  }
  const [systolicMmHg, diastolicMmHg] = [amountOf(systolic), amountOf(diastolic)]
  return systolicMmHg === null || diastolicMmHg === null
    ? null
    : { known, at: item.at, systolicMmHg, diastolicMmHg }
}

export const pressureText = ({
  systolicMmHg,
  diastolicMmHg,
}: Pick<PressureReading, 'systolicMmHg' | 'diastolicMmHg'>): string =>
  `${Math.round(systolicMmHg)}/${Math.round(diastolicMmHg)} mmHg`
