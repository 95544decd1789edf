/** A place within a person's record: where it is, and which of the policy's actions opens it. */
export interface ChartPlace {
  readonly id: ChartPlaceId
  readonly action: string
}

export type ChartPlaceId =
  | 'thread'
  | 'words'
  | 'before'
  | 'measures'
  | 'asked'
  | 'history'
  | 'decision'
  | 'order'
  | 'notes'

/** In the order in which they stand under the person's name. */
export const chartPlaces: readonly ChartPlace[] = [
  { id: 'thread', action: 'chart.read' },
  { id: 'words', action: 'integration.read' },
  { id: 'before', action: 'preparation.read' },
  { id: 'measures', action: 'measure.read' },
  { id: 'asked', action: 'asked.read' },
  { id: 'history', action: 'history.read' },
  { id: 'decision', action: 'clearance.read' },
  { id: 'order', action: 'order.read' },
  { id: 'notes', action: 'note.read' },
]

export const chartAddress = (personId: string, place: ChartPlaceId = 'thread'): string =>
  place === 'thread' ? `/app/people/${personId}` : `/app/people/${personId}/${place}`
