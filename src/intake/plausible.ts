import { loinc, type Coded } from './terms.ts'

interface Range {
  readonly low: number
  readonly high: number
}

/**
 * The units in which a vital sign may arrive, and what a living adult's can be. These bounds only tell a reading
 * from a slip of the keyboard; they are wider than any clinical limit, decide nothing about care, and are our own
 * [PD]. Units are UCUM codes. Nothing is converted.
 */
const vitals: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  '8480-6': { 'mm[Hg]': { low: 40, high: 300 } },
  '8462-4': { 'mm[Hg]': { low: 20, high: 200 } },
  '8867-4': { '/min': { low: 20, high: 300 }, '{beats}/min': { low: 20, high: 300 } },
  '9279-1': { '/min': { low: 4, high: 80 }, '{breaths}/min': { low: 4, high: 80 } },
  '2708-6': { '%': { low: 40, high: 100 } },
  '59408-5': { '%': { low: 40, high: 100 } },
  '8310-5': { Cel: { low: 25, high: 45 }, '[degF]': { low: 77, high: 113 } },
  '8331-1': { Cel: { low: 25, high: 45 }, '[degF]': { low: 77, high: 113 } },
  '29463-7': {
    kg: { low: 20, high: 500 },
    '[lb_av]': { low: 44, high: 1100 },
    g: { low: 20_000, high: 500_000 },
  },
  '8302-2': { cm: { low: 50, high: 280 }, m: { low: 0.5, high: 2.8 }, '[in_i]': { low: 20, high: 110 } },
  '39156-5': { 'kg/m2': { low: 8, high: 150 } },
}

export const systolic = '8480-6'
export const diastolic = '8462-4'
/** Blood pressure as one reading: the panel of US Core, and the one older systems send. */
export const pressurePanels = ['85354-9', '55284-4'] as const

/** Written where a UCUM code belongs, and meaning just one thing. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['mmHg', 'mm[Hg]'],
  ['mm Hg', 'mm[Hg]'],
  ['bpm', '/min'],
  ['beats/min', '/min'],
  ['breaths/min', '/min'],
  ['°C', 'Cel'],
  ['°F', '[degF]'],
  ['lb', '[lb_av]'],
  ['lbs', '[lb_av]'],
  ['in', '[in_i]'],
  ['kg/m²', 'kg/m2'],
])

export const unitNamed = (unit: string): string => spellings.get(unit) ?? unit

const vitalCode = (coded: Coded): string | undefined =>
  coded.codings.find(({ system, code }) => system === loinc && Object.hasOwn(vitals, code))?.code

export type Doubt = 'unit-unknown' | 'impossible-value'

/** What speaks against a number, if it is one of the vital signs we know; others are kept as they are. */
export function doubtAbout(coded: Coded, amount: number, unit: string): Doubt | null {
  const code = vitalCode(coded)
  if (code === undefined) return null
  const range = vitals[code]?.[unit]
  if (range === undefined) return 'unit-unknown'
  return amount < range.low || amount > range.high ? 'impossible-value' : null
}
