import { canonical } from '../kernel/canonical.ts'
import { labelOf, leastStay, type Bounded, type Bounds } from './bounds.ts'
import type { Figure, InBoth, Protocol, Sourced, VitalsPlan } from './protocol.ts'

/** What a practice may set in a copy of its own, where the source says that the figure is a practice's own setting [PD]. */
export interface OwnValues {
  readonly gapHours: number
  readonly stayMinutes: number
  /** Minutes since the dose; 0 is the reading before it. */
  readonly atMinutes: readonly number[]
  /** When nothing asks for the full plan; null where the full one always holds. */
  readonly sparserMinutes: readonly number[] | null
  readonly solidHours: number
  readonly clearHours: number
  readonly afterDoses: readonly number[]
  readonly thenMonths: number | null
}
export type Setting = keyof OwnValues
export const settings = [
  'gapHours',
  'stayMinutes',
  'atMinutes',
  'sparserMinutes',
  'solidHours',
  'clearHours',
  'afterDoses',
  'thenMonths',
] as const satisfies readonly Setting[]

/** What stands in the source, as values to change. */
export const valuesOf = ({ gates, discharge, vitals, fasting, reviews }: Protocol): OwnValues => ({
  gapHours: gates.gapHours.value,
  stayMinutes: discharge.stayMinutes.value,
  atMinutes: vitals.atMinutes,
  sparserMinutes: vitals.sparser?.atMinutes ?? null,
  solidHours: fasting.solidHours.value,
  clearHours: fasting.clearHours.value,
  afterDoses: reviews.afterDoses,
  thenMonths: reviews.thenMonths,
})

/** Where the source has a setting from. */
export const partOf: { readonly [Name in Setting]: (source: Protocol) => Sourced } = {
  gapHours: ({ gates }) => gates.gapHours,
  stayMinutes: ({ discharge }) => discharge.stayMinutes,
  atMinutes: ({ vitals }) => vitals,
  sparserMinutes: ({ vitals }) => vitals,
  solidHours: ({ fasting }) => fasting.solidHours,
  clearHours: ({ fasting }) => fasting.clearHours,
  afterDoses: ({ reviews }) => reviews,
  thenMonths: ({ reviews }) => reviews,
}

/** A figure with an authority behind it stays as it is; so does the database (`settable_in`). */
export const isSettable = (source: Protocol, setting: Setting): boolean =>
  partOf[setting](source).tag === 'PD'

export type Fault =
  | 'fixed'
  | 'range'
  | 'sourced'
  | 'peak'
  | 'clear-over-solid'
  | 'ascending'
  | 'before'
  | 'after-stay'
  | 'label'
  | 'fewer'
  | 'missing'
  | 'taken'
export interface OwnFault {
  readonly field: Setting | 'titleEn' | 'titleEs'
  readonly fault: Fault
}

/** All that is wrong with a set of values, in the order of the form; nothing where it can be signed. */
export function faultsIn(values: OwnValues, source: Protocol, within: Bounds): OwnFault[] {
  return settings.flatMap((field): OwnFault[] => {
    const fault = isSettable(source, field)
      ? faultOf[field](values, { source, within })
      : movedFault(values, source, field)
    return fault ? [{ field, fault }] : []
  })
}

const movedFault = (values: OwnValues, source: Protocol, setting: Setting): Fault | undefined =>
  JSON.stringify(values[setting]) === JSON.stringify(valuesOf(source)[setting]) ? undefined : 'fixed'

/** What the values are held against. */
interface Against {
  readonly source: Protocol
  readonly within: Bounds
}

/** Below what a source gives, or otherwise outside. */
function outside(value: number, setting: Bounded, { within }: Against): 'sourced' | 'range' | undefined {
  const { from, to } = within.bounds[setting]
  if (value < from.value) return from.tag === 'source' ? 'sourced' : 'range'
  return value <= to.value ? undefined : 'range'
}

const wholeWithin = (value: number, setting: Bounded, against: Against): Fault | undefined =>
  Number.isInteger(value) ? outside(value, setting, against) : 'range'

const faultOf: {
  readonly [Name in Setting]: (values: OwnValues, against: Against) => Fault | undefined
} = {
  gapHours: ({ gapHours }, against) => wholeWithin(gapHours, 'gapHours', against),
  stayMinutes: ({ stayMinutes }, against) =>
    wholeWithin(stayMinutes, 'stayMinutes', against) ??
    (stayMinutes < leastStay(against.source).value ? 'peak' : undefined),
  atMinutes: ({ atMinutes, stayMinutes }, against) => planFault(atMinutes, stayMinutes, against),
  sparserMinutes: ({ sparserMinutes, atMinutes, stayMinutes }, against) => {
    if (sparserMinutes === null) return undefined
    const fault = planFault(sparserMinutes, stayMinutes, against)
    return fault ?? (sparserMinutes.length < atMinutes.length ? undefined : 'fewer')
  },
  solidHours: ({ solidHours }, against) => outside(solidHours, 'solidHours', against),
  clearHours: ({ clearHours, solidHours }, against) =>
    outside(clearHours, 'clearHours', against) ?? (clearHours > solidHours ? 'clear-over-solid' : undefined),
  afterDoses: ({ afterDoses }, against) => {
    if (afterDoses.length === 0) return 'missing'
    const ends = [afterDoses[0]!, afterDoses.at(-1)!]
    const fits = ends.every((each) => outside(each, 'afterDoses', against) === undefined)
    return isRising(afterDoses) && fits ? undefined : 'ascending'
  },
  thenMonths: ({ thenMonths }, against) =>
    thenMonths === null ? undefined : wholeWithin(thenMonths, 'thenMonths', against),
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((each, place) => Number.isInteger(each) && (place === 0 || each > numbers[place - 1]!))

/** A plan begins before the dose, and goes on for as long as the client has to stay. */
function planFault(minutes: readonly number[], stay: number, { source, within }: Against): Fault | undefined {
  if (minutes.length < 2) return 'missing'
  if (!isRising(minutes) || minutes.at(-1)! > within.bounds.stayMinutes.to.value) return 'ascending'
  if (minutes[0] !== 0) return 'before'
  if (minutes.at(-1)! < stay) return 'after-stay'
  const label = labelOf(source, within)?.atMinutes ?? []
  return label.every((each) => minutes.includes(each)) ? undefined : 'label'
}

/** A name in both languages that no protocol has which can be chosen beside it. */
export function titleFaults(title: InBoth, others: readonly InBoth[]): OwnFault[] {
  const taken = (language: keyof InBoth) =>
    others.some((other) => plain(other[language]) === plain(title[language]))
  const fault = (language: keyof InBoth): Fault | undefined => {
    if (title[language].trim() === '') return 'missing'
    return taken(language) ? 'taken' : undefined
  }
  const fields = { en: 'titleEn', es: 'titleEs' } as const
  return (['en', 'es'] as const).flatMap((language): OwnFault[] => {
    const found = fault(language)
    return found ? [{ field: fields[language], fault: found }] : []
  })
}

const plain = (text: string) => text.trim().toLowerCase()

interface Made {
  readonly version: string
  readonly title: InBoth
  readonly values: OwnValues
}

/** The source with these values; all else is the source's, word for word. */
export function madeFrom(source: Protocol, { version, title, values }: Made): Protocol {
  const { gates, discharge, fasting, reviews } = source
  const set = (figure: Figure, value: number): Figure => ({ ...figure, value })
  return {
    ...source,
    version,
    title,
    gates: { ...gates, gapHours: set(gates.gapHours, values.gapHours) },
    discharge: { ...discharge, stayMinutes: set(discharge.stayMinutes, values.stayMinutes) },
    vitals: watchedAs(source.vitals, values),
    fasting: {
      ...fasting,
      solidHours: set(fasting.solidHours, values.solidHours),
      clearHours: set(fasting.clearHours, values.clearHours),
    },
    reviews: { ...reviews, afterDoses: values.afterDoses, thenMonths: values.thenMonths },
  }
}

function watchedAs(source: VitalsPlan, { atMinutes, sparserMinutes }: OwnValues): VitalsPlan {
  const { rule, source: from, tag, lateMinutes, missedMinutes } = source
  const plan = { atMinutes, rule, source: from, tag, lateMinutes, missedMinutes }
  return sparserMinutes === null ? plan : { ...plan, sparser: { atMinutes: sparserMinutes, rule, tag: 'PD' } }
}

/** Which edition it is, of which protocol of this practice, and what it was copied from. */
export interface OwnSigned {
  readonly id: string
  /** The first edition's id; its own where it is the first. */
  readonly lineId: string
  readonly edition: number
  readonly fromVersion: string
  readonly protocol: Protocol
  readonly reason: string
}

/** What is signed: the whole protocol as it was shown, and why. */
export const ownDocument = ({ id, lineId, edition, fromVersion, protocol, reason }: OwnSigned): string =>
  canonical({ document: 'own-protocol', version: 1, id, lineId, edition, fromVersion, protocol, reason })

/** What is signed when no new course is to begin on it any more. */
export const ownEndDocument = ({ id, lineId, reason }: Pick<OwnSigned, 'id' | 'lineId' | 'reason'>): string =>
  canonical({ document: 'own-protocol-end', version: 1, id, lineId, reason })
