import type { Instrument } from './instrument.ts'
import { fromLibrary, libraryIds } from './library.content.ts'

/** Every instrument that may be asked here, by its id, in the version that is asked now. */
export const instruments: Readonly<Record<string, Instrument>> = Object.fromEntries(
  libraryIds().flatMap((id) => {
    const instrument = fromLibrary(id)
    return instrument ? [[id, instrument]] : []
  }),
)

export const instrumentById = (id: string): Instrument | undefined =>
  Object.hasOwn(instruments, id) ? instruments[id] : undefined
