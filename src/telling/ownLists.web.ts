import type { ListKind, TakenBack, TakenBackWay } from '../intake/list-said.ts'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import type { TellingNow } from './telling.contract.ts'

export interface MedicineHere {
  readonly id: string
  readonly kind: ListKind
  readonly words: string
  readonly dosage: string
  readonly toldAt: number
  /** On this device alone, until there is a network. */
  readonly waits: boolean
  /** What they last said of it. */
  readonly back: (TakenBack & { readonly waits: boolean }) | null
}

/** A list of which they said that there is nothing on it. */
export interface ListNone {
  readonly kind: ListKind
  readonly at: number
  readonly waits: boolean
}

interface SentList {
  readonly at: string
  readonly kind: ListKind
  readonly about: { readonly said: 'none' } | { readonly said: TakenBackWay; readonly itemId: string }
}

const ways = ({ taken, waiting }: Outbox) => [[taken, false] as const, [waiting, true] as const]

/** Medicines and allergies as this device knows them, oldest first; those that were taken back too. */
export function medicinesHere(now: TellingNow | undefined, outbox: Outbox): MedicineHere[] {
  const told = new Map(
    (now?.medicines ?? []).map((one): [string, MedicineHere] => {
      // What an older version of the app kept on this device knows of nothing that was taken back.
      const back = (one as { back?: TakenBack | null }).back ?? null
      return [one.id, { ...one, back: back && { ...back, waits: false }, waits: false }]
    }),
  )
  for (const [entries, waits] of ways(outbox))
    for (const { input, at } of entries.filter(({ path }) => path.endsWith('/telling/medicines'))) {
      const one = input as MedicineHere
      if (!told.has(one.id)) told.set(one.id, { ...one, toldAt: at, back: null, waits })
    }
  for (const { about, at, waits } of listSaidHere(outbox)) {
    const one = about.said === 'none' ? undefined : told.get(about.itemId)
    if (one && about.said !== 'none') told.set(one.id, { ...one, back: { way: about.said, at, waits } })
  }
  return [...told.values()]
}

/** Of which lists they say that there is nothing on them, until they tell something of it. */
export function listsHere(
  now: TellingNow | undefined,
  outbox: Outbox,
  medicines: readonly MedicineHere[],
): ListNone[] {
  const none = new Map(
    ((now as { none?: TellingNow['none'] } | undefined)?.none ?? []).map((one): [ListKind, ListNone] => [
      one.kind,
      { ...one, waits: false },
    ]),
  )
  for (const { kind, about, at, waits } of listSaidHere(outbox))
    if (about.said === 'none') none.set(kind, { kind, at, waits })
  return [...none.values()].filter(
    ({ kind, at }) => !medicines.some((one) => one.kind === kind && one.toldAt > at),
  )
}

const listSaidHere = (outbox: Outbox) =>
  ways(outbox).flatMap(([entries, waits]) =>
    entries
      .filter(({ path }) => path.endsWith('/telling/list'))
      .map(({ input }) => {
        const { at, kind, about } = input as SentList
        return { at: Date.parse(at), kind, about, waits }
      }),
  )
