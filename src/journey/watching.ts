import type { History } from '../intake/history.ts'
import { medicinesTaken } from '../intake/taken.ts'
import { icd10, snomed, type Coded } from '../intake/terms.ts'
import type { VitalsPlan } from '../protocol/protocol.ts'
import { drugsIn, type DrugIndex } from '../rule/drug.ts'
import { isOnList, type ConditionList } from '../rule/table.ts'

/** What asks for the full plan of vitals where a protocol has a sparser one. Whatever is not known asks for it too. */
export const watchReasons = [
  'first-journey',
  'dose-risen',
  'dose-unknown',
  'high-pressure',
  'sedative',
  'history-unread',
  'history-unclear',
] as const
export type WatchReason = (typeof watchReasons)[number]

/** What was given in one journey, in mg of base; null where nobody knows how much, or of what. */
export interface Journeyed {
  readonly baseMg: number | null
  /** Medicine and way in; two ways cannot be compared. */
  readonly kind: string | null
}

export interface WatchFacts {
  readonly given: Journeyed
  /** The last one before, here or elsewhere; null where there was none. */
  readonly before: Journeyed | null
  /** A prescriber has read the history and cleared this person, and that still holds. */
  readonly cleared: boolean
  readonly onFile: OnFile
}

export interface OnFile {
  readonly highPressure: boolean
  readonly sedative: boolean
  /** Something is written there that nobody has matched or made out. */
  readonly unclear: boolean
}

/** Why the full plan holds; nothing where the sparser one may. */
export function fullBecause({ given, before, cleared, onFile }: WatchFacts): WatchReason[] {
  const reasons: readonly (readonly [boolean, WatchReason])[] = [
    [before === null, 'first-journey'],
    [before !== null && isKnown(given, before) && given.baseMg > (before.baseMg ?? 0), 'dose-risen'],
    [before !== null && !isKnown(given, before), 'dose-unknown'],
    [onFile.highPressure, 'high-pressure'],
    [onFile.sedative, 'sedative'],
    [!cleared, 'history-unread'],
    [onFile.unclear, 'history-unclear'],
  ]
  return reasons.flatMap(([holds, reason]) => (holds ? [reason] : []))
}

const isKnown = (given: Journeyed, before: Journeyed): given is Journeyed & { baseMg: number } =>
  given.baseMg !== null && before.baseMg !== null && given.kind !== null && given.kind === before.kind

/** Hypertension by its codes: SNOMED CT hypertensive disorder and essential hypertension; ICD-10-CM I10 to I13, I15 and I16. */
const hypertension: ConditionList = {
  codes: [
    { system: snomed, code: '38341003', display: 'Hypertensive disorder' },
    { system: snomed, code: '59621000', display: 'Essential hypertension' },
  ],
  starts: ['I10', 'I11', 'I12', 'I13', 'I15', 'I16'].map((code) => ({ system: icd10, code, display: '' })),
}

/** Words that name it. They only ever ask for more: what is not named so is not taken for a no. */
const namesIt = /hypertens|hipertens|high blood pressure|(presi[oó]n|tensi[oó]n) (arterial )?(alta|elevada)/i

/** Classes of the reviewed table of drugs that are given for blood pressure, and those that make drowsy (IX-02 to IX-06, IX-17). */
const forPressure: readonly string[] = ['antihypertensive', 'diuretic', 'alpha2']
const drowsy: readonly string[] = ['benzodiazepine', 'hypnotic', 'opioid', 'depressant', 'oxybate', 'alpha2']

/** What a history holds of high blood pressure and of what makes drowsy, to be confirmed or confirmed; refuted is not there. */
export function onFileIn(history: Pick<History, 'items'>, drugs: DrugIndex): OnFile {
  const there = history.items.filter(({ standing }) => standing !== 'refuted')
  const taken = medicinesTaken(history).map((coded) => classesOf(coded, drugs))
  const problems = there.flatMap(({ item, standing }) =>
    item.kind === 'problem' ? [{ item, standing }] : [],
  )
  const medicines = there.filter(({ item }) => item.kind === 'medicine')
  return {
    highPressure: problems.some(({ item }) => isHypertension(item.coded)) || takes(taken, forPressure),
    sedative: takes(taken, drowsy),
    unclear:
      problems.some(
        ({ item, standing }) => item.coded.codings.length === 0 || standing === 'cannot-be-known',
      ) ||
      medicines.some(
        ({ item, standing }) =>
          standing !== 'confirmed' &&
          item.kind === 'medicine' &&
          drugsIn(drugs, item.coded.codings, item.coded.text).length === 0,
      ),
  }
}

const isHypertension = ({ codings, text }: Coded): boolean =>
  isOnList(hypertension, codings) ||
  [text, ...codings.map(({ display }) => display)].some((one) => namesIt.test(one))

const classesOf = ({ codings, text }: Coded, drugs: DrugIndex): readonly string[] =>
  drugsIn(drugs, codings, text).flatMap(({ drug }) => drug.classes)

const takes = (taken: readonly (readonly string[])[], classes: readonly string[]): boolean =>
  taken.some((each) => each.some((name) => classes.includes(name)))

/** Which plan was chosen at the dose, and because of what. */
export interface Watch {
  readonly plan: 'full' | 'sparser'
  readonly because: readonly WatchReason[]
}

/** The plan that holds: the sparser one only where it was chosen. */
export const planWatched = ({ sparser, ...full }: VitalsPlan, watch: Watch | null): VitalsPlan =>
  sparser && watch?.plan === 'sparser' ? { ...full, atMinutes: sparser.atMinutes } : full
