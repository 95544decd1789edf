import * as z from 'zod/mini'
import type { $ZodType } from 'zod/v4/core'

interface Correction {
  readonly corrects?: unknown
  readonly struck?: unknown
}

const corrects = (asked: unknown): asked is Correction & Readonly<Record<string, unknown>> =>
  typeof asked === 'object' && asked !== null && typeof (asked as Correction).corrects === 'string'

/**
 * A first fact may leave out what nobody knows. A correction stands in the place of the fact before it, so it says all of
 * `keys`, null among them: one left out would take away what stood without anybody saying so. What is struck out says nothing.
 */
export const saidWhole = <Output, Input>(keys: readonly string[], shape: $ZodType<Output, Input>) =>
  z.pipe(
    z.custom<Input>().check(
      ...keys.map((key) =>
        z.refine<Input>((asked) => !corrects(asked) || asked.struck === true || asked[key] !== undefined, {
          path: [key],
        }),
      ),
    ),
    shape,
  )
