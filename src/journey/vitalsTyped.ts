import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Vitals } from './limits.ts'

export type VitalField = keyof Vitals
export type Typed = Readonly<Record<VitalField, string>>

export const nothingTyped: Typed = {
  systolicMmHg: '',
  diastolicMmHg: '',
  heartRateBpm: '',
  spo2Percent: '',
  respirationsPerMin: '',
  sedationMoaas: '',
}

/** What a cuff or an eye can read at all, as the contract has it. */
export const ranges: Readonly<Record<VitalField, readonly [number, number]>> = {
  systolicMmHg: [20, 350],
  diastolicMmHg: [10, 250],
  heartRateBpm: [0, 350],
  spo2Percent: [0, 100],
  respirationsPerMin: [0, 120],
  sedationMoaas: [0, 5],
}

export type TypingFault = 'whole-number' | 'both-pressures' | 'lower-above' | 'something-first'
export type Faults = Readonly<Partial<Record<VitalField, TypingFault>>>

const fields = Object.keys(ranges) as VitalField[]

/** Reads what was typed. An empty field is "not measured"; a field that is no number is named, and nothing is guessed. */
export function readTyped(typed: Typed): Outcome<Vitals, Faults> {
  const faults: Partial<Record<VitalField, TypingFault>> = {}
  const read = (field: VitalField): number | null => {
    const text = typed[field].trim()
    if (text === '') return null
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    const [least, most] = ranges[field]
    if (!(value >= least && value <= most)) faults[field] = 'whole-number'
    return value
  }
  const vitals = Object.fromEntries(fields.map((field) => [field, read(field)])) as unknown as Vitals
  for (const half of ['systolicMmHg', 'diastolicMmHg'] as const)
    if (vitals[half] === null && (vitals.systolicMmHg ?? vitals.diastolicMmHg) !== null)
      faults[half] = 'both-pressures'
  const halves = faults.systolicMmHg ?? faults.diastolicMmHg
  if (halves === undefined && isUpsideDown(vitals)) faults.diastolicMmHg = 'lower-above'
  if (fields.every((field) => vitals[field] === null)) faults.systolicMmHg = 'something-first'
  return Object.keys(faults).length > 0 ? refuse(faults) : accept(vitals)
}

/** The upper pressure is the higher one: what was typed the other way round is no reading. */
export const isUpsideDown = ({
  systolicMmHg,
  diastolicMmHg,
}: Pick<Vitals, 'systolicMmHg' | 'diastolicMmHg'>): boolean =>
  systolicMmHg !== null && diastolicMmHg !== null && systolicMmHg <= diastolicMmHg

export const typedFrom = (vitals: Vitals): Typed =>
  Object.fromEntries(fields.map((field) => [field, vitals[field]?.toString() ?? ''])) as unknown as Typed
