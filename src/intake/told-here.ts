import type { HistoryItem } from './referral.ts'
import type { When } from './when.ts'

export const toldKinds = ['medicine', 'problem', 'allergy'] as const
export type ToldKind = (typeof toldKinds)[number]

/** The source of an item that the client told by their own hand. */
export const fromClient = 'client'

/** What someone told a clinician here, in words. */
export interface Told {
  readonly id: string
  readonly kind: ToldKind
  readonly words: string
  /** How much and how often a medicine is taken, as it was told; shown, and never computed with. */
  readonly dosage: string
  readonly from: When | null
}

/**
 * A medicine, an illness or an allergy that came with no file. Words alone match no list of conditions; a medicine is found by the
 * whole words of the reviewed table, as one from a file is. Whoever wrote it down heard it, so nobody has to confirm it.
 */
export function toldItem({ id, kind, words, dosage, from }: Told): HistoryItem {
  const kept = { source: { type: 'here', id, entry: 0 }, coded: { codings: [], text: words }, notes: [] }
  switch (kind) {
    case 'medicine':
      return {
        ...kept,
        kind,
        status: 'active',
        intent: 'plan',
        from,
        dosages: dosagesOf(dosage),
        reasons: [],
      }
    case 'problem':
      return { ...kept, kind, clinical: 'active', verification: 'confirmed', onset: from, ended: null }
    case 'allergy':
      return {
        ...kept,
        kind,
        clinical: 'active',
        verification: 'confirmed',
        criticality: 'unknown',
        reactions: [],
      }
  }
}

/** The same, told by the client’s own hand: to be confirmed, as what others sent. */
export function toldByClient(told: Told): HistoryItem {
  const item = toldItem(told)
  const source = { type: fromClient, id: told.id, entry: 0 }
  return item.kind === 'allergy' ? { ...item, source, verification: 'unconfirmed' } : { ...item, source }
}

const dosagesOf = (text: string) =>
  text === '' ? [] : [{ text, amount: '', times: null, every: null, everyUnit: '', asNeeded: false }]
