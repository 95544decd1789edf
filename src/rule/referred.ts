import { diastolic, pressurePanels, systolic } from '../intake/plausible.ts'
import type { HistoryItem, MedicineItem, ReferralReading } from '../intake/referral.ts'
import { carries, loinc, ownMeasures, type Coded } from '../intake/terms.ts'
import type { When } from '../intake/when.ts'
import type { EvidenceFact, Facts, MedicineFact, Reading, RecordFact, Standing } from './facts.ts'
import type { Measure } from './rule.ts'

interface Asked extends Pick<Facts, 'stage' | 'timeZone'> {
  readonly measures: readonly Measure[]
}

/** One record as it was written down, with what a clinician here has said of it since. */
export interface Heard {
  /** What a finding names it by. */
  readonly id: string
  readonly item: HistoryItem
  readonly standing: Standing
}

/** What a referral tells, as facts. It answers no question of ours: all of it is to be confirmed. */
export function factsOfReferral({ person, items }: ReferralReading, asked: Asked): Facts {
  return {
    stage: asked.stage,
    timeZone: asked.timeZone,
    birthDate: person.birthDate,
    answers: [],
    ...factsOfItems(
      items.map((item) => ({ id: idOf(item), item, standing: 'to-be-confirmed' })),
      asked.measures,
    ),
    changes: [],
    doses: [],
    consents: [],
    people: [],
    overrides: [],
  }
}

/** Records, medicines, readings and evidence among what was written down. What was refuted, here or by the sender, tells nothing. */
export function factsOfItems(
  heard: readonly Heard[],
  measures: readonly Measure[],
): Pick<Facts, 'records' | 'medicines' | 'readings' | 'evidence'> {
  const standing = heard.map((one) => ({ ...one, standing: standingOf(one) }))
  const held = standing.filter((one) => one.standing !== 'refuted')
  return {
    records: standing.flatMap(recordsOf),
    medicines: held.flatMap(medicinesOf),
    readings: held.flatMap((one) => readingsOf(one, measures)),
    evidence: held.flatMap(evidenceOf),
  }
}

const idOf = ({ source: { type, id, entry } }: HistoryItem): string => `${type}/${id ?? `entry-${entry}`}`

/** The record a part of it was named after: `ID#1` is its second reason, or its second value. */
export const recordOf = (id: string): string => id.split('#', 1)[0]!

const standingOf = ({ item, standing }: Heard): Standing =>
  standing === 'to-be-confirmed' && 'verification' in item && item.verification === 'refuted'
    ? 'refuted'
    : standing

function recordsOf({ id, item, standing }: Heard): RecordFact[] {
  if (item.kind === 'medicine') return []
  return saysOf(item).map((coded, place): RecordFact => ({
    id: place === 0 ? id : `${id}#${place}`,
    text: coded.text,
    codings: coded.codings,
    standing,
    certain: isCertain(item),
    ended: 'clinical' in item && ['inactive', 'remission', 'resolved'].includes(item.clinical),
    when: whenOf(item),
  }))
}

/** A visit counts by its reasons, a finding by its value. */
function saysOf(item: Exclude<HistoryItem, MedicineItem>): readonly Coded[] {
  if (item.kind === 'visit') return [item.coded, ...item.reasons]
  if (item.kind === 'measurement') return item.value?.is === 'coded' ? [item.value.coded] : []
  return [item.coded]
}

function isCertain(item: HistoryItem): boolean {
  const verification = 'verification' in item ? item.verification : 'confirmed'
  return verification === 'confirmed' || verification === 'unknown'
}

function whenOf(item: HistoryItem): When | null {
  if (item.kind === 'problem') return item.onset
  if (item.kind === 'medicine') return item.from
  return item.kind === 'allergy' ? null : item.at
}

/** Whether a medicine is taken that nobody can know of is not known, whatever its record says. */
function medicinesOf({ id, item, standing }: Heard): MedicineFact[] {
  if (item.kind !== 'medicine') return []
  const taking = takingOf(item.status)
  return [
    {
      id,
      text: item.coded.text,
      codings: item.coded.codings,
      taking: standing === 'cannot-be-known' && taking === 'yes' ? 'unknown' : taking,
      lastTakenAt: null,
      when: item.from,
      confirmed: standing === 'confirmed',
    },
  ]
}

function takingOf(status: string): MedicineFact['taking'] {
  if (['stopped', 'completed', 'cancelled'].includes(status)) return 'no'
  return status === 'active' ? 'yes' : 'unknown'
}

function readingsOf({ id, item }: Heard, measures: readonly Measure[]): Reading[] {
  if (item.kind !== 'measurement' || item.at === null) return []
  const { at } = item
  const parts = [...(item.value ? [{ coded: item.coded, value: item.value }] : []), ...item.parts]
  return parts.flatMap(({ coded, value }, place): Reading[] => {
    const measure = measures.find((one) => namesMeasure(coded, one))
    if (!measure || value.is !== 'quantity' || value.comparator !== '' || value.unit !== measure.unit)
      return []
    return [{ id: `${id}#${place}`, measure: measure.id, value: value.amount, unit: value.unit, at }]
  })
}

/** By its LOINC code; what has none is named by our own where it was written down here. */
const namesMeasure = (coded: Coded, { id, loinc: code }: Measure): boolean =>
  (code !== null && carries(coded, loinc, code)) || carries(coded, ownMeasures, id)

/** Measurements that are evidence by themselves, by their LOINC codes. */
const evidenceBy: Readonly<Record<string, string>> = {
  '29463-7': 'EV-WT',
  '2160-0': 'EV-BMP',
  '38483-4': 'EV-BMP',
  '1742-6': 'EV-LFT',
  '3016-3': 'EV-TSH',
  '44261-6': 'EV-PRO',
  '2106-3': 'EV-HCG',
}
const evidenceByOwn: Readonly<Record<string, string>> = {
  'stop-bang': 'EV-SB',
  'alt-uln': 'EV-LFT',
  'ast-uln': 'EV-LFT',
}

function evidenceOf({ id, item }: Heard): EvidenceFact[] {
  if (item.kind !== 'measurement' || item.at === null) return []
  const { at } = item
  const both = [systolic, diastolic].every((code) =>
    item.parts.some(({ coded }) => carries(coded, loinc, code)),
  )
  const pressure = both && pressurePanels.some((code) => carries(item.coded, loinc, code))
  const named = item.coded.codings.flatMap(({ system, code }) =>
    system === loinc ? (evidenceBy[code] ?? []) : system === ownMeasures ? (evidenceByOwn[code] ?? []) : [],
  )
  return [...(pressure ? ['EV-BP'] : []), ...named].map((evidence) => ({ id, evidence, at }))
}
