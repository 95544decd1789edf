import type { History } from './history.ts'
import type { Coded } from './terms.ts'

/** The medicines taken now or perhaps now, as they were written down. */
export const medicinesTaken = ({ items }: Pick<History, 'items'>): Coded[] =>
  items.flatMap(({ item, standing }) =>
    standing !== 'refuted' && item.kind === 'medicine' && !hasEnded(item.status) ? [item.coded] : [],
  )

const hasEnded = (status: string): boolean => ['stopped', 'completed', 'cancelled'].includes(status)
