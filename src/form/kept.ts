import type { Instrument } from '../instrument/instrument.ts'

/** One version of a form that the practice brought, with the file word for word. */
export interface KeptForm {
  readonly formId: string
  readonly version: number
  readonly definition: Instrument
  readonly original: string
}
