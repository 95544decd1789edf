import * as z from 'zod/mini'
import { bounded } from './bounds.ts'
import { products } from './protocol.ts'

const text = z.string().check(z.minLength(1))
const both = z.strictObject({ en: text, es: text })
const tag = z.enum(['source', 'GK', 'PD'])
const bound = z.strictObject({ value: z.number().check(z.gte(0)), unit: text, source: both, tag })
const span = z
  .strictObject({ id: text, from: bound, to: bound })
  .check(z.refine(({ from, to }) => from.value <= to.value && from.unit === to.unit))
const readings = z.strictObject({
  id: text,
  atMinutes: z.array(z.int().check(z.gte(0))).check(z.minLength(1)),
  source: both,
  tag,
})

/** Every bound with its rule, its source and whether it is a proposed default, and nothing else. */
export const BoundsFile = z.strictObject({
  version: text,
  reference: text,
  ratifiedBy: z.nullable(text),
  note: text,
  bounds: z.record(z.enum(bounded), span),
  readings: z.partialRecord(z.enum(products), readings),
})
