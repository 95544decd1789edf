import type { $ZodType, output } from 'zod/v4/core'
import type { Subject } from '../../kernel/call.ts'

/** Where the trail stood when something was read: a line that takes up from there misses nothing that came after. */
export const placeHeader = 'throughline-place'

/**
 * One thing a browser can ask. `input` is the body (or the query string) together with the path's parameters; the
 * path wins. `subject` says whose record it is about. A `POST` needs an `Idempotency-Key`.
 */
export interface Endpoint<Input extends $ZodType, Reply extends $ZodType, Action extends string = string> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly action: Action
  readonly subject: (input: output<Input>) => Subject
  readonly input: Input
  readonly reply: Reply
  /** Bytes of body, where a megabyte is too little. */
  readonly largest?: number
}
