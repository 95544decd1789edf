import { minute, type Instant } from '../kernel/instant.ts'

/** A form counts in whole minutes: the one that is now is not past. */
export const isPast = (plannedAt: Instant, careNow: Instant): boolean => plannedAt < careNow - minute

export interface Taken {
  readonly personId: string
  readonly plannedAt: Instant
  readonly room: string | null
  /** Who sits with that person: their therapists and monitors. */
  readonly members: readonly Sitter[]
}
export interface Sitter {
  readonly id: string
  readonly name: string
}

/** Something that is taken at that hour already, and since when. Nobody else in care is ever named by it. */
export type Overlap =
  | { readonly kind: 'room' | 'person'; readonly at: Instant }
  | { readonly kind: 'member'; readonly at: Instant; readonly name: string }

/** It warns and refuses nothing: whoever plans may know better, and says so in writing. */
export function overlapsOf(wanted: Taken, others: readonly Taken[], lastsMinutes: number): Overlap[] {
  const lasts = lastsMinutes * minute
  const near = others.filter(({ plannedAt }) => Math.abs(plannedAt - wanted.plannedAt) < lasts)
  return near.flatMap((other) => [
    ...(isSameRoom(wanted.room, other.room) ? [{ kind: 'room' as const, at: other.plannedAt }] : []),
    ...(other.personId === wanted.personId
      ? [{ kind: 'person' as const, at: other.plannedAt }]
      : sharedMembers(wanted, other)),
  ])
}

const sharedMembers = (wanted: Taken, other: Taken): Overlap[] =>
  other.members
    .filter(({ id }) => wanted.members.some((one) => one.id === id))
    .map(({ name }) => ({ kind: 'member', at: other.plannedAt, name }))

/** Rooms are typed by hand. */
const isSameRoom = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && plain(one) === plain(other)

const plain = (room: string): string => room.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')
