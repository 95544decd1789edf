import type { Coding } from '../intake/terms.ts'
import type { When } from '../intake/when.ts'
import type {
  Answer,
  Consent,
  Facts,
  MedicineFact,
  Override,
  Present,
  RecordFact,
  Standing,
} from './facts.ts'
import type { Stage } from './rule.ts'

type Maybe<T> = T | undefined
interface Code {
  readonly system: string
  readonly code: string
  readonly display?: Maybe<string>
}
interface Named {
  readonly id?: Maybe<string>
}

/** What a file of facts says, as its shape has let it through; whatever it leaves out is not known. */
export interface Filed {
  readonly stage?: Maybe<Stage>
  readonly timeZone?: Maybe<string>
  readonly person: { readonly birthDate?: Maybe<When | null> }
  readonly answers?: Maybe<
    readonly (Named & {
      readonly question: string
      readonly answer: string
      readonly on?: Maybe<When>
      readonly saidAt: When
      readonly saidBy?: Maybe<string>
    })[]
  >
  readonly conditions?: Maybe<
    readonly (Named & {
      readonly text: string
      readonly codes?: Maybe<readonly Code[]>
      readonly standing?: Maybe<Standing>
      readonly certain?: Maybe<boolean>
      readonly ended?: Maybe<boolean>
      readonly onset?: Maybe<When | null>
    })[]
  >
  readonly medicines?: Maybe<
    readonly (Named & {
      readonly name: string
      readonly codes?: Maybe<readonly Code[]>
      readonly taking?: Maybe<MedicineFact['taking']>
      readonly lastTakenAt?: Maybe<When | null>
      readonly since?: Maybe<When | null>
      readonly confirmed?: Maybe<boolean>
    })[]
  >
  readonly readings?: Maybe<
    readonly (Named & {
      readonly measure: string
      readonly value: number
      readonly unit: string
      readonly at: When
    })[]
  >
  readonly evidence?: Maybe<readonly (Named & { readonly evidence: string; readonly at: When })[]>
  readonly changes?: Maybe<readonly (Named & { readonly change: string; readonly at: When })[]>
  readonly doses?: Maybe<readonly When[]>
  readonly consents?: Maybe<
    readonly (Named & {
      readonly element: string
      readonly choice: Consent['choice']
      readonly at: When
      readonly altered?: Maybe<boolean>
    })[]
  >
  readonly people?: Maybe<
    readonly (Named & { readonly role: string; readonly state: Present['state']; readonly at: When })[]
  >
  readonly overrides?: Maybe<readonly (Named & Omit<Override, 'id'>)[]>
}

/** The facts of a file. `stage` and `timeZone` are what holds where the file names none. */
export function factsOfFile(file: Filed, otherwise: Pick<Facts, 'stage' | 'timeZone'>): Facts {
  return {
    stage: file.stage ?? otherwise.stage,
    timeZone: file.timeZone ?? otherwise.timeZone,
    birthDate: file.person.birthDate ?? null,
    answers: numbered('answer', file.answers).map(answerOf),
    records: numbered('condition', file.conditions).map(recordOf),
    medicines: numbered('medicine', file.medicines).map(medicineOf),
    readings: numbered('reading', file.readings),
    evidence: numbered('evidence', file.evidence),
    changes: numbered('change', file.changes),
    doses: file.doses ?? [],
    consents: numbered('consent', file.consents).map((one): Consent => ({
      ...one,
      altered: one.altered ?? false,
    })),
    people: numbered('person', file.people),
    overrides: numbered('override', file.overrides),
  }
}

/** What has no id of its own is named by its place. */
const numbered = <T extends Named>(kind: string, items: readonly T[] = []): (T & { id: string })[] =>
  items.map((item, place) => ({ ...item, id: item.id ?? `${kind}-${place + 1}` }))

type Item<Key extends keyof Filed> =
  NonNullable<Filed[Key]> extends readonly (infer One)[] ? One & { readonly id: string } : never

const answerOf = ({ id, question, answer, on, saidAt, saidBy }: Item<'answers'>): Answer => ({
  id,
  question,
  answer,
  on: answer === 'on' ? (on ?? null) : null,
  saidAt,
  saidBy: saidBy ?? '',
})

const recordOf = ({ id, text, codes, standing, certain, ended, onset }: Item<'conditions'>): RecordFact => ({
  id,
  text,
  codings: codingsOf(codes),
  standing: standing ?? 'to-be-confirmed',
  certain: certain ?? true,
  ended: ended ?? false,
  when: onset ?? null,
})

const medicineOf = ({ id, name, codes, taking, ...more }: Item<'medicines'>): MedicineFact => ({
  id,
  text: name,
  codings: codingsOf(codes),
  taking: taking ?? 'unknown',
  lastTakenAt: more.lastTakenAt ?? null,
  when: more.since ?? null,
  confirmed: more.confirmed ?? false,
})

const codingsOf = (codes: readonly Code[] = []): Coding[] =>
  codes.map(({ system, code, display }) => ({ system, code, display: display ?? '' }))
