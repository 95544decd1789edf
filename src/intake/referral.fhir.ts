import type { Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import { addresses, containedIn, sortEntries, type Entry, type Rejected } from './entries.fhir.ts'
import { openFile } from './file.ts'
import { readMedicine } from './medicine.fhir.ts'
import { readObservation } from './measurement.fhir.ts'
import { hasDied, readPatient } from './patient.fhir.ts'
import { readAllergy, readCondition, readProcedure, readVisit } from './problem.fhir.ts'
import {
  referralLimits,
  type HistoryItem,
  type Partly,
  type ReferralFault,
  type ReferralReading,
  type Source,
  type Unread,
  type UnreadReason,
} from './referral.ts'
import { isFhir, listOf, own, wordsOf, type Fhir, type Look } from './values.fhir.ts'
import { isOtherVersion } from './version.fhir.ts'

const bundleTypes = new Set(['collection', 'transaction', 'batch', 'searchset', 'document', 'message'])

/**
 * Reads a FHIR R4 bundle about one person. Nothing here is believed yet: every item is to be confirmed by a
 * clinician. Every entry of the file is in the answer, as the person, as an item, or as unread with the reason.
 */
export function readReferral(text: string, careNow: Instant): Outcome<ReferralReading, ReferralFault> {
  const opened = openFile(text)
  if (!opened.ok) return opened
  const bundle = opened.value
  if (!isFhir(bundle) || own(bundle, 'resourceType') !== 'Bundle') return refuse('referral-not-a-bundle')
  if (!bundleTypes.has(wordsOf(bundle, 'type'))) return refuse('referral-not-a-bundle')
  if (listOf(bundle, 'entry').length > referralLimits.entries) return refuse('referral-too-large')
  return readBundle(bundle, careNow)
}

function readBundle(bundle: Fhir, careNow: Instant): Outcome<ReferralReading, ReferralFault> {
  const sorted = sortEntries(bundle)
  const entries = sorted.flatMap((one) => ('entry' in one ? [one.entry] : []))
  const rejected = sorted.flatMap((one) => ('rejected' in one ? [one.rejected] : []))
  const person = personIn(entries, rejected)
  if (!person.ok) return person
  if (entries.some(({ resource }) => isOtherVersion(resource))) return refuse('referral-other-version')
  const file: File = {
    careNow,
    person: person.value,
    find: addresses(entries),
    partly: morePages(bundle),
    folded: new Set(),
  }
  const demographics = readPatient(person.value.resource, sourceOf(person.value), lookOf(file, person.value))
  const { items, unread } = readEntries(entries, file)
  return accept({
    entries: sorted.length,
    person: demographics,
    items,
    folded: file.folded.size,
    unread: [...rejected.map(unreadOf), ...unread.filter(({ entry }) => !file.folded.has(entry))].toSorted(
      byEntry,
    ),
    partly: file.partly.toSorted(byEntry),
  })
}

interface File {
  readonly careNow: Instant
  readonly person: Entry
  readonly find: (reference: string) => Entry | undefined
  readonly partly: Partly[]
  /** Places of entries that an item has taken in. */
  readonly folded: Set<number>
}

const byEntry = (a: { readonly entry: number }, b: { readonly entry: number }) => a.entry - b.entry

const unreadOf = ({ type, id, place, why }: Rejected): Unread => ({ what: type, id, entry: place, why })

const sourceOf = ({ type, id, place }: Entry): Source => ({ type, id, entry: place })

/** A referral is about one person. A second one is never guessed to be the same. */
function personIn(entries: readonly Entry[], rejected: readonly Rejected[]): Outcome<Entry, ReferralFault> {
  const persons = entries.filter(({ type }) => type === 'Patient')
  const [person] = persons
  const contradicted = rejected.some(({ type, why }) => type === 'Patient' && why === 'conflicting-copy')
  if (persons.length > 1 || contradicted) return refuse('referral-two-persons')
  if (!person) return refuse('referral-no-person')
  return hasDied(person.resource) ? refuse('referral-person-died') : accept(person)
}

/** The sender's search had further pages that are not in this file. */
const morePages = (bundle: Fhir): Partly[] =>
  listOf(bundle, 'link').some((link) => wordsOf(link, 'relation') === 'next')
    ? [{ what: 'Bundle', entry: -1, where: 'link', why: 'more-pages' }]
    : []

function lookOf(file: File, { type, place, resource }: Entry): Look {
  return {
    careNow: file.careNow,
    note: (where, why) => {
      const known = file.partly.some((one) => one.entry === place && one.where === where && one.why === why)
      if (!known) file.partly.push({ what: type, entry: place, where, why })
    },
    resolve: (reference) => {
      const inside = containedIn(resource, reference)
      if (inside) return inside
      const found = file.find(reference)
      if (found?.type === 'Medication') file.folded.add(found.place)
      return found?.resource
    },
  }
}

type Reader = (resource: Fhir, source: Source, look: Look) => Outcome<HistoryItem, UnreadReason>

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Condition', readCondition],
  ['AllergyIntolerance', readAllergy],
  ['MedicationRequest', readMedicine],
  ['MedicationStatement', readMedicine],
  ['Observation', readObservation],
  ['Procedure', readProcedure],
  ['Encounter', readVisit],
])

/** Kinds we know and have decided not to keep: not needed for this care. All others are `kind-not-read`. */
const notKept = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Immunization',
  'Goal',
  'Composition',
  'Provenance',
  'Coverage',
  'Claim',
  'ExplanationOfBenefit',
])

function readEntries(entries: readonly Entry[], file: File): { items: HistoryItem[]; unread: Unread[] } {
  const items: HistoryItem[] = []
  const unread: Unread[] = []
  for (const entry of entries) {
    if (entry === file.person) continue
    const read = readEntry(entry, file)
    if (read.ok) items.push(read.value)
    else unread.push(unreadOf({ ...entry, why: read.refusal }))
  }
  return { items, unread }
}

function readEntry(entry: Entry, file: File): Outcome<HistoryItem, UnreadReason> {
  const reader = readers.get(entry.type)
  if (!reader) return refuse(whyNot(entry.type))
  const whose = whoseIs(entry.resource, file)
  if (whose !== 'theirs') return refuse(whose)
  const look = lookOf(file, entry)
  if (wordsOf(own(entry.resource, 'text'), 'status') === 'additional') look.note('text', 'narrative-not-read')
  return reader(entry.resource, sourceOf(entry), look)
}

function whyNot(type: string): UnreadReason {
  if (type === 'Medication') return 'not-pointed-at'
  return notKept.has(type) ? 'not-kept' : 'kind-not-read'
}

/** A record that names nobody, or somebody else, is not put into this person's history. */
function whoseIs(resource: Fhir, file: File): 'theirs' | 'other-person' | 'whose-unknown' {
  const subject = own(resource, 'subject') ?? own(resource, 'patient')
  const reference = wordsOf(subject, 'reference')
  if (reference !== '') return file.find(reference) === file.person ? 'theirs' : 'other-person'
  const named = own(subject, 'identifier')
  if (!isFhir(named)) return 'whose-unknown'
  const same = listOf(file.person.resource, 'identifier').some(
    (identifier) =>
      wordsOf(identifier, 'value') !== '' &&
      wordsOf(identifier, 'value') === wordsOf(named, 'value') &&
      wordsOf(identifier, 'system') === wordsOf(named, 'system'),
  )
  return same ? 'theirs' : 'other-person'
}
