import { couldBe, measurables, type Measurable } from '../intake/taken-here.ts'

/** What was typed, in whole kilograms and centimetres or in pounds and inches. */
export interface Measuring {
  readonly values: Readonly<Partial<Record<Measurable | 'height', string>>>
  readonly units: 'metric' | 'us'
  readonly on: string
}

export const nothingMeasured: Measuring = { values: {}, units: 'us', on: '' }

const kilogramsInPound = 0.453_592_37
const centimetresInInch = 2.54

const numberIn = (typed: string | undefined): number | null => {
  const text = (typed ?? '').trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

const tenths = (value: number): number => Math.round(value * 10) / 10

export interface Value {
  readonly measure: Measurable
  readonly value: number
}

type Read = { readonly fine: Value[]; readonly wrong: string[] }

/** What would be sent: a weight in kilograms, and with a height the body mass index; and what cannot be read as it stands. */
export function valuesOf(typed: Measuring): Read {
  const written = measurables.filter((measure) => (typed.values[measure] ?? '').trim() !== '')
  const read = written.map((measure) => readOne(measure, valueOf(measure, typed)))
  const tall = (typed.values.height ?? '').trim() !== ''
  const all = tall ? [...read, { ...readOne('bmi', indexOf(typed)), field: 'height' }] : read
  return {
    fine: all.flatMap(({ value }) => value ?? []),
    wrong: all.filter(({ value }) => value === null).map(({ field }) => field),
  }
}

const readOne = (measure: Measurable, amount: number | null): { field: string; value: Value | null } => {
  const value = amount === null ? null : { measure, value: tenths(amount) }
  return { field: measure, value: value !== null && couldBe(value) ? value : null }
}

function valueOf(measure: Measurable, { values, units }: Measuring): number | null {
  const value = numberIn(values[measure])
  return value !== null && measure === 'weight' && units === 'us' ? value * kilogramsInPound : value
}

/** Kilograms by the square of metres. */
function indexOf(typed: Measuring): number | null {
  const height = numberIn(typed.values.height)
  const kilograms = valueOf('weight', typed)
  if (height === null || height === 0 || kilograms === null) return null
  const centimetres = typed.units === 'us' ? height * centimetresInInch : height
  return kilograms / (centimetres / 100) ** 2
}
