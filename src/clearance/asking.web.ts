import type { output } from 'zod/v4/core'
import type { Answering } from './answering.ts'
import type { readClearance } from './clearance.contract.ts'

type Typed = Readonly<Record<string, Answering>>

/** What every group of questions is given: what the page has read, what was typed so far, and whether faults are shown yet. */
export interface FieldsProps {
  readonly read: output<typeof readClearance.reply>
  readonly typed: Typed
  readonly marked: boolean
  readonly onType: (typed: Typed) => void
}
