import { settings, type OwnFault, type OwnValues, type Setting } from './own.ts'

/** The values while they are being written, as typed: lists with commas between, nothing where nothing is set. */
export type TypedValues = Readonly<Record<Setting, string>>

const list = (numbers: readonly number[] | null) => numbers?.join(', ') ?? ''
const one = (value: number | null) => (value === null ? '' : String(value))

export const typedOf = (values: OwnValues): TypedValues => ({
  gapHours: one(values.gapHours),
  stayMinutes: one(values.stayMinutes),
  atMinutes: list(values.atMinutes),
  sparserMinutes: list(values.sparserMinutes),
  solidHours: one(values.solidHours),
  clearHours: one(values.clearHours),
  afterDoses: list(values.afterDoses),
  thenMonths: one(values.thenMonths),
})

const numberIn = (text: string): number =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN

/** Whole numbers, with commas, semicolons or spaces between them. */
const numbersIn = (text: string): number[] =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split(/[\s,;]+/)
        .map(numberIn)

export const isList = (setting: Setting): boolean =>
  ['atMinutes', 'sparserMinutes', 'afterDoses'].includes(setting)
export const isOptional = (setting: Setting): boolean => ['sparserMinutes', 'thenMonths'].includes(setting)

/** The values that were typed; `faults` where what stands there is no number. */
export function readValues(typed: TypedValues): { values: OwnValues; faults: OwnFault[] } {
  const lists = (setting: Setting) => numbersIn(typed[setting])
  const empty = (setting: Setting) => typed[setting].trim() === ''
  const values: OwnValues = {
    gapHours: numberIn(typed.gapHours),
    stayMinutes: numberIn(typed.stayMinutes),
    atMinutes: lists('atMinutes'),
    sparserMinutes: empty('sparserMinutes') ? null : lists('sparserMinutes'),
    solidHours: numberIn(typed.solidHours),
    clearHours: numberIn(typed.clearHours),
    afterDoses: lists('afterDoses'),
    thenMonths: empty('thenMonths') ? null : numberIn(typed.thenMonths),
  }
  return { values, faults: settings.flatMap((field) => unread(field, values)) }
}

function unread(field: Setting, values: OwnValues): OwnFault[] {
  const value = values[field]
  const numbers = typeof value === 'number' ? [value] : (value ?? [])
  if (!numbers.some(Number.isNaN)) return []
  return [{ field, fault: isList(field) ? 'ascending' : 'range' }]
}
