import phq9 from '../../content/instruments/phq-9.json' with { type: 'json' }
import type { Instrument } from './instrument.ts'

/** Every instrument that may be asked here, by its id, in the version that is asked now. */
export const instruments: Readonly<Record<string, Instrument>> = {
  'phq-9': phq9 as unknown as Instrument,
}

export const instrumentById = (id: string): Instrument | undefined =>
  Object.hasOwn(instruments, id) ? instruments[id] : undefined
