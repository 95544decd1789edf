import { useMemo } from 'react'
import { newId, type AskRefused } from '../platform/http/ask.web.ts'
import { useLanguage } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useCareClock } from '../practice/useCareClock.web.ts'
import type { ListKind, TakenBackWay } from '../intake/list-said.ts'
import { listsHere, medicinesHere, type ListNone, type MedicineHere } from './ownLists.web.ts'
import { newestOf, newestOfEach, type Said } from './telling.ts'
import {
  finishTelling,
  readTelling,
  tell,
  tellList,
  tellMedicine,
  type TellingNow,
} from './telling.contract.ts'

export interface ToldHere extends Said {
  readonly toldAt: number
  /** On this device alone, until there is a network. */
  readonly waits: boolean
}

/** Under which name a medicine that is being written waits in its tab. */
export const medicineDraft = 'history-medicine'
export const medicineBlank = { kind: 'medicine' as ListKind, words: '', dosage: '' }

export interface OwnTelling {
  readonly now: TellingNow | undefined
  /** By question, with what waits on this device in it. */
  readonly told: ReadonlyMap<string, ToldHere>
  /** Medicines and allergies, oldest first; those that were taken back too. */
  readonly medicines: readonly MedicineHere[]
  /** Lists of which they said that there is nothing on them. */
  readonly none: readonly ListNone[]
  readonly doneAt: number | null
  readonly error: AskRefused | null
  readonly outbox: Outbox
  readonly tell: (said: readonly Said[]) => Promise<void>
  /** An answer as it is touched: with what was last kept under it, so that turning to another and back loses nothing. */
  readonly tellAnswer: (question: string, answer: string) => Promise<void>
  readonly tellMedicine: (told: Pick<MedicineHere, 'kind' | 'words' | 'dosage'>) => Promise<void>
  readonly tellNone: (kind: ListKind) => Promise<void>
  readonly takeBack: (one: Pick<MedicineHere, 'id' | 'kind'>, way: TakenBackWay) => Promise<void>
  readonly finish: () => Promise<void>
}

/** What was told, as this device knows it: the server’s last word, and over it what was said here since. */
export function useOwnTelling(personId: string): OwnTelling {
  const { data, error } = useKept(readTelling, { personId })
  const outbox = useOutbox(`history ${personId}`)
  const careNow = useCareClock()
  const language = useLanguage()
  return useMemo(() => {
    const own = { personId, at: careNow }
    const said = saidHere(data, outbox)
    const kept = newestOfEach(said)
    const medicines = medicinesHere(data, outbox)
    const ofList = (kind: ListKind, about: { said: 'none' } | { said: TakenBackWay; itemId: string }) =>
      outbox.put(tellList, { personId, id: newId(), at: own.at(), kind, about })
    const put = (all: readonly Said[]) =>
      outbox.put(tell, {
        personId,
        at: own.at(),
        edition: data?.edition ?? '',
        language,
        said: all.map((one) => ({ ...one, id: newId() })),
      })
    return {
      now: data,
      told: new Map(newestOf(said).map((one) => [one.question, one])),
      tellAnswer: (question, answer) => {
        const { on, words } =
          kept.find((one) => one.question === question && one.answer === answer) ?? nothingMore
        return put([{ question, answer, on, words }])
      },
      medicines,
      none: listsHere(data, outbox, medicines),
      doneAt: doneHere(data, outbox),
      error,
      outbox,
      tell: put,
      tellMedicine: (one) => outbox.put(tellMedicine, { personId, id: newId(), ...one }),
      tellNone: (kind) => ofList(kind, { said: 'none' }),
      takeBack: ({ id, kind }, way) => ofList(kind, { said: way, itemId: id }),
      finish: () => outbox.put(finishTelling, { personId, id: newId(), at: own.at() }),
    }
  }, [data, error, outbox, personId, careNow, language])
}

interface Sent {
  readonly at: string
  readonly said: readonly Said[]
}

const nothingMore = { on: null, words: '' }

function saidHere(now: TellingNow | undefined, { taken, waiting }: Outbox): ToldHere[] {
  // What an older version of the app kept on this device knows nothing of earlier ones.
  const all: ToldHere[] = [...(now?.earlier ?? []), ...(now?.told ?? [])].map((one) => ({
    ...one,
    waits: false,
  }))
  for (const [entries, waits] of [[taken, false] as const, [waiting, true] as const])
    for (const { input } of entries.filter((entry) => entry.path.endsWith('/telling'))) {
      const { at, said } = input as Sent
      for (const one of said) all.push({ ...one, toldAt: Date.parse(at), waits })
    }
  return all
}

function doneHere(now: TellingNow | undefined, { taken, waiting }: Outbox): number | null {
  const last = [...taken, ...waiting].findLast(({ path }) => path.endsWith('/telling/done'))
  const here = last ? Date.parse((last.input as { at: string }).at) : null
  return here !== null && here >= (now?.doneAt ?? 0) ? here : (now?.doneAt ?? null)
}
