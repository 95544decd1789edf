import { canonical } from '../kernel/canonical.ts'
import type { UnreadReason } from './referral.ts'
import { isFhir, listOf, own, wordsOf, type Fhir } from './values.fhir.ts'

/** One entry of the file that holds a record, with the address by which others point at it. */
export interface Entry {
  readonly place: number
  readonly fullUrl: string
  readonly type: string
  readonly id: string | null
  readonly resource: Fhir
}
export interface Rejected {
  readonly place: number
  readonly type: string
  readonly id: string | null
  readonly why: UnreadReason
}
export type Sorted = { readonly entry: Entry } | { readonly rejected: Rejected }

/** The entries in their order, each either a record or the reason why it is none. */
export function sortEntries(bundle: Fhir): Sorted[] {
  const first = new Map<string, Entry>()
  const copies = new Set<string>()
  return listOf(bundle, 'entry').map((raw, place) => {
    const sorted = sortEntry(raw, place)
    if ('rejected' in sorted) return sorted
    const why = copyOf(sorted.entry, first, copies)
    return why ? { rejected: { ...sorted.entry, why } } : sorted
  })
}

function sortEntry(raw: unknown, place: number): Sorted {
  const resource = own(raw, 'resource')
  const [type, id] = [wordsOf(resource, 'resourceType'), wordsOf(resource, 'id') || null]
  const reject = (why: UnreadReason): Sorted => ({ rejected: { place, type: type || 'Entry', id, why } })
  if (['DELETE', 'PATCH'].includes(wordsOf(own(raw, 'request'), 'method'))) return reject('deletes')
  if (!isFhir(resource) || type === '') return reject('empty')
  if (type === 'Bundle') return reject('nested')
  // A modifier changes the meaning of what it stands on, up to its opposite; FHIR forbids reading on without knowing it.
  if (modified(resource)) return reject('modifier')
  return { entry: { place, fullUrl: wordsOf(raw, 'fullUrl'), type, id, resource } }
}

const modified = (resource: Fhir): boolean =>
  listOf(resource, 'modifierExtension').length > 0 || Object.hasOwn(resource, 'implicitRules')

/** The same record twice is one record; two records under one name cannot both be true, so the first stands and the other is named. */
function copyOf(entry: Entry, first: Map<string, Entry>, copies: Set<string>): UnreadReason | null {
  const content = canonical(entry.resource)
  if (copies.has(content)) return 'duplicate'
  copies.add(content)
  if (entry.id === null) return null
  const name = `${entry.type}/${entry.id}`
  if (first.has(name)) return 'conflicting-copy'
  first.set(name, entry)
  return null
}

/** Finds what a reference points at inside the file: by full address, or by type and id. */
export function addresses(entries: readonly Entry[]): (reference: string) => Entry | undefined {
  const known = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.id !== null) known.set(`${entry.type}/${entry.id}`, entry)
    if (entry.fullUrl !== '') known.set(entry.fullUrl, entry)
  }
  return (reference) => known.get(reference.replace(/\/_history\/[^/]+$/, ''))
}

/** A record carried inside another one, named with a leading `#`. */
export const containedIn = (resource: Fhir, reference: string): Fhir | undefined =>
  listOf(resource, 'contained')
    .filter(isFhir)
    .find((inner) => `#${wordsOf(inner, 'id')}` === reference)
