/** A code as the sender wrote it, its system brought to the one name we use for it. */
export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

/** What a record is about. `text` is for people; only `codings` are ever compared with a list. */
export interface Coded {
  readonly codings: readonly Coding[]
  readonly text: string
}

export const snomed = 'http://snomed.info/sct'
export const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm'
export const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const loinc = 'http://loinc.org'
export const ucum = 'http://unitsofmeasure.org'
/** Names of content/rules/measures.json, for what was measured here and has no LOINC code. */
export const ownMeasures = 'urn:throughline:measure'

/** Other names in use for the same systems (HL7 OID registry; FHIR R4 "Code systems"). */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['urn:oid:2.16.840.1.113883.6.96', snomed],
  ['urn:oid:2.16.840.1.113883.6.90', icd10],
  ['urn:oid:2.16.840.1.113883.6.88', rxnorm],
  ['urn:oid:2.16.840.1.113883.6.1', loinc],
])

export const systemNamed = (uri: string): string => otherNames.get(uri) ?? uri

/** True when the record carries this very code. Words are never compared. */
export const carries = (coded: Coded, system: string, code: string): boolean =>
  coded.codings.some((coding) => coding.system === system && coding.code === code)
