import change from '../../content/instruments/change.json' with { type: 'json' }
import type { ChangeBasis } from './change.ts'

/** What counts as a change, by instrument. Where nothing was published, there is no basis. */
export const changeBases: Readonly<Record<string, ChangeBasis>> = change as Record<string, ChangeBasis>
