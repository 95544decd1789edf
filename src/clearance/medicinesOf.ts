import type { HistoryItem } from '../intake/referral.ts'

interface Kept {
  readonly item: HistoryItem
  readonly standing: string
}

const ended: readonly string[] = ['stopped', 'completed', 'cancelled']

/** The medicines on file that nobody has refuted: those said to be taken now, and those said to have ended, which may tell of an illness. */
export function medicinesOf<One extends Kept>(kept: readonly One[]): { now: One[]; before: One[] } {
  const all = kept.filter(({ item, standing }) => item.kind === 'medicine' && standing !== 'refuted')
  const hasEnded = ({ item }: Kept) => item.kind === 'medicine' && ended.includes(item.status)
  return { now: all.filter((one) => !hasEnded(one)), before: all.filter(hasEnded) }
}
