import { fill } from '../platform/i18n/fill.ts'
import { ranges, readTyped, type Faults, type Typed } from './vitalsTyped.ts'
import type { Vitals } from './limits.ts'
import type { en as roomEn } from './words.room.en.ts'

type Half = 'systolicMmHg' | 'diastolicMmHg'

/** A blood pressure as typed, by the check of the room: the reading, or what is wrong with each half. */
export function pressureTyped(typed: Typed): { readonly value?: Vitals; readonly faults: Faults } {
  const read = readTyped(typed)
  if (!read.ok) return { faults: read.refusal }
  if (read.value.systolicMmHg === null) return { faults: { systolicMmHg: 'both-pressures' } }
  return { value: read.value, faults: {} }
}

/** What is wrong with this half, in the words of the room. */
export function pressureFault(own: typeof roomEn, half: Half, faults: Faults): string | undefined {
  const fault = faults[half]
  if (fault === undefined) return undefined
  if (fault === 'whole-number') return fill(own.wholeNumber, { from: ranges[half][0], to: ranges[half][1] })
  return fault === 'lower-above' ? own.lowerAbove : own.bothPressures
}
