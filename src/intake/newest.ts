import type { HistoryItem } from './referral.ts'
import { latest } from './when.ts'

/** Of each thing measured, the newest reading; the vital signs first, in the order in which they are looked for. */
export function newestOfEach<Kept extends { readonly item: HistoryItem }>(measured: readonly Kept[]): Kept[] {
  const newest = new Map<string, Kept>()
  for (const kept of measured) {
    const known = newest.get(nameOf(kept.item))
    if (!known || timeOf(kept.item) > timeOf(known.item)) newest.set(nameOf(kept.item), kept)
  }
  return [...newest.values()]
    .filter(({ item }) => rankOf(item) < order.length)
    .toSorted((a, b) => rankOf(a.item) - rankOf(b.item))
}

/** Blood pressure, pulse, breathing, oxygen, temperature, weight, height, body mass (LOINC). */
const order = [
  '85354-9',
  '55284-4',
  '8867-4',
  '9279-1',
  '59408-5',
  '2708-6',
  '8310-5',
  '8331-1',
  '29463-7',
  '8302-2',
  '39156-5',
]

const nameOf = (item: HistoryItem): string => {
  const code = item.coded.codings.find(({ code: each }) => order.includes(each))?.code ?? item.coded.text
  return code === '55284-4' ? '85354-9' : code
}

function rankOf(item: HistoryItem): number {
  const rank = order.indexOf(nameOf(item))
  return rank < 0 ? order.length : rank
}

const timeOf = (item: HistoryItem): number =>
  item.kind === 'measurement' && item.at !== null ? latest(item.at) : -Infinity
