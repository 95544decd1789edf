import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type {
  AllergyItem,
  ProblemItem,
  ProcedureItem,
  Source,
  UnreadReason,
  Verification,
  VisitItem,
} from './referral.ts'
import {
  codeAmong,
  codedOf,
  conceptsOf,
  notesOf,
  own,
  pointedAt,
  statusOf,
  timeOf,
  wordsOf,
  type Fhir,
  type Look,
} from './values.fhir.ts'

type Read<Item> = Outcome<Item, UnreadReason>

const verifications = [
  'unconfirmed',
  'provisional',
  'differential',
  'confirmed',
  'refuted',
  'unknown',
] as const

const verificationOf = (resource: Fhir, look: Look): Verification =>
  codeAmong(statusOf(resource, 'verificationStatus'), verifications, {
    look,
    where: 'verificationStatus',
    otherwise: 'unknown',
  })

const retracted = (resource: Fhir): boolean => statusOf(resource, 'verificationStatus') === 'entered-in-error'

export function readCondition(resource: Fhir, source: Source, look: Look): Read<ProblemItem> {
  if (retracted(resource)) return refuse('entered-in-error')
  const coded = codedOf(own(resource, 'code'), look, 'code')
  if (!coded) return refuse('no-code')
  return accept({
    kind: 'problem',
    source,
    coded,
    notes: [...notesOf(resource, look), ...whenInWords(resource)],
    clinical: codeAmong(
      statusOf(resource, 'clinicalStatus'),
      ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'unknown'],
      { look, where: 'clinicalStatus', otherwise: 'unknown' },
    ),
    verification: verificationOf(resource, look),
    onset: timeOf(resource, ['onsetDateTime', 'onsetPeriod'], look),
    ended: timeOf(resource, ['abatementDateTime', 'abatementPeriod'], look),
  })
}

/** An onset told in words or as an age stays words: an age at onset is not a date. */
function whenInWords(resource: Fhir): string[] {
  const age = own(resource, 'onsetAge')
  const amount = own(age, 'value')
  const told = typeof amount === 'number' ? `onset at age ${amount} ${wordsOf(age, 'unit')}`.trim() : ''
  return [wordsOf(resource, 'onsetString'), told].filter((said) => said !== '')
}

export function readAllergy(resource: Fhir, source: Source, look: Look): Read<AllergyItem> {
  if (retracted(resource)) return refuse('entered-in-error')
  const coded = codedOf(own(resource, 'code'), look, 'code')
  if (!coded) return refuse('no-code')
  const among = { look, otherwise: 'unknown' } as const
  return accept({
    kind: 'allergy',
    source,
    coded,
    notes: notesOf(resource, look),
    clinical: codeAmong(statusOf(resource, 'clinicalStatus'), ['active', 'inactive', 'resolved', 'unknown'], {
      ...among,
      where: 'clinicalStatus',
    }),
    verification: verificationOf(resource, look),
    criticality: codeAmong(wordsOf(resource, 'criticality'), ['low', 'high', 'unable-to-assess', 'unknown'], {
      ...among,
      where: 'criticality',
    }),
    reactions: reactionsOf(resource, look),
  })
}

function reactionsOf(resource: Fhir, look: Look) {
  const reactions = own(resource, 'reaction')
  return Array.isArray(reactions)
    ? reactions.flatMap((reaction) => conceptsOf(reaction, 'manifestation', look))
    : []
}

export function readProcedure(resource: Fhir, source: Source, look: Look): Read<ProcedureItem> {
  const status = wordsOf(resource, 'status')
  if (status === 'entered-in-error') return refuse('entered-in-error')
  if (status === 'not-done') return refuse('not-done')
  const coded = codedOf(own(resource, 'code'), look, 'code')
  if (!coded) return refuse('no-code')
  const at = timeOf(resource, ['performedDateTime', 'performedPeriod'], look)
  return accept({ kind: 'procedure', source, coded, notes: notesOf(resource, look), status, at })
}

const settings: Readonly<Record<string, VisitItem['setting']>> = {
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  OBSENC: 'inpatient',
}

/** Visits are kept because the reason of an emergency visit is often the only trace of the last event. */
export function readVisit(resource: Fhir, source: Source, look: Look): Read<VisitItem> {
  const status = wordsOf(resource, 'status')
  if (status === 'entered-in-error') return refuse('entered-in-error')
  if (status === 'cancelled') return refuse('not-done')
  const [type] = conceptsOf(resource, 'type', look)
  const reasons = [
    ...conceptsOf(resource, 'reasonCode', look),
    ...pointedAt(resource, 'reasonReference', look),
  ]
  const coded = type ?? reasons[0]
  if (!coded) return refuse('no-code')
  const setting = settings[wordsOf(own(resource, 'class'), 'code')] ?? 'other'
  return accept({
    kind: 'visit',
    source,
    coded,
    notes: [],
    setting,
    reasons,
    at: timeOf(resource, ['period'], look),
  })
}
