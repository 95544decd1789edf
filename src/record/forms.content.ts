import type { Instrument } from '../instrument/instrument.ts'
import { instruments } from '../instrument/instrument.content.ts'
import type { Form } from './observation.fhir.ts'

const formOf = ({ loinc, items }: Instrument): Form => ({
  panel: loinc['panel'] ?? '',
  total: loinc['total'] ?? '',
  items: Object.fromEntries(items.map((item) => [String(item.id), item.loinc ?? ''])),
})

/** What LOINC calls each instrument that is asked here, and its parts. */
export const forms: Readonly<Record<string, Form>> = Object.fromEntries(
  Object.entries(instruments).map(([id, instrument]) => [id, formOf(instrument)]),
)
