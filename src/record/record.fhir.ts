import { isoOf, type Instant } from '../kernel/instant.ts'
import { takenBack, type RecordRows, type Row, type Withheld } from './export.ts'
import { historyOf } from './history.fhir.ts'
import { broughtOf, dosesOf, ordersOf } from './medication.fhir.ts'
import { distressOf, vitalsOf } from './observation.fhir.ts'
import { consentsOf, patientsOf, sessionsOf } from './person.fhir.ts'
import { responsesOf, type Answered } from './response.fhir.ts'
import { basicOf, ours, type Resource } from './row.fhir.ts'

export interface Told extends Answered {
  readonly rows: RecordRows
  readonly withheld: readonly Withheld[]
  readonly at: Instant
}

export interface Bundle {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}

type Mapping = (rows: readonly Row[], told: Told) => Resource[]

/** Tables whose rows have a place of their own in R4. The rows of every other one become Basic resources. */
const mappings: Readonly<Record<string, Mapping>> = {
  person: (_, { rows }) => patientsOf(rows),
  // Told with the patient.
  person_identifier: () => [],
  history_item: (items, { rows }) => historyOf(items, rows['history_statement'] ?? []),
  consent_signature: (_, { rows }) => consentsOf(rows),
  journey_session: sessionsOf,
  instrument_response: responsesOf,
  dose_order: (_, { rows, at }) => ordersOf({ rows, at }),
  dose: dosesOf,
  journey_brought: (brought, { rows }) => broughtOf(brought, takenBack(rows)),
  vital_reading: (rows) =>
    [...vitalsOf(rows)].flatMap(([row, made]) => (made.length > 0 ? made : [basicOf('vital_reading', row)])),
  distress_rating: distressOf,
}

const translation = 'http://hl7.org/fhir/StructureDefinition/translation'

const inSpanish = (words: string) => ({
  extension: [
    {
      url: translation,
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: words },
      ],
    },
  ],
})

/** What is not here, and why, as part of the file itself. */
const leftOut = (withheld: readonly Withheld[]): Resource => ({
  resourceType: 'Basic',
  id: 'withheld',
  code: { text: 'What is not in this record, and why' },
  extension: withheld.map(({ table, reason }) => ({
    url: `${ours}/withheld`,
    extension: [
      { url: 'table', valueString: table },
      { url: 'reason', valueString: reason.en, _valueString: inSpanish(reason.es) },
    ],
  })),
})

/** A person's record as FHIR R4. Every row is in it: where R4 has no honest place, as a Basic resource. */
export function bundleOf(told: Told): Bundle {
  const resources = Object.entries(told.rows).flatMap(([table, rows]) =>
    Object.hasOwn(mappings, table) ? mappings[table]!(rows, told) : rows.map((row) => basicOf(table, row)),
  )
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: isoOf(told.at),
    entry: [...resources, leftOut(told.withheld)].map((resource) => ({
      fullUrl: `${ours}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  }
}
