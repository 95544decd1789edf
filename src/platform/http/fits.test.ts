import fc from 'fast-check'
import * as core from 'zod/v4/core'
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { fitsTo } from './fits.ts'

const told = z.object({
  id: z.uuid(),
  on: z.nullable(z.iso.date()),
  note: z.optional(z.string()),
  mmHg: z.number(),
  whole: z.int(),
  short: z.string().check(z.maxLength(3)),
  kind: z.enum(['a', 'b']),
  rows: z.array(z.object({ n: z.number(), on: z.boolean() })),
  by: z.record(z.string(), z.number()),
  each: z.record(z.enum(['x', 'y']), z.boolean()),
  way: z.discriminatedUnion('way', [
    z.object({ way: z.literal('one'), more: z.string() }),
    z.object({ way: z.literal('two') }),
  ]),
  either: z.union([z.string(), z.number()]),
  rest: z.unknown(),
})

const whole = {
  id: '0198c0de-0000-8000-8000-000000000001',
  on: '2028-02-29',
  note: 'n',
  mmHg: 120.5,
  whole: 3,
  short: 'abc',
  kind: 'a',
  rows: [{ n: 1, on: true }],
  by: { one: 1 },
  each: { x: true, y: false },
  way: { way: 'two' },
  either: 4,
  rest: { any: [1] },
}

test('what is as declared fits', () => {
  expect(fitsTo(told)(whole)).toBe(true)
  expect(fitsTo(told)({ ...whole, on: null, note: undefined, rows: [], by: {} })).toBe(true)
  const { note: _, ...without } = whole
  expect(fitsTo(told)(without)).toBe(true)
})

test.each([
  ['a part that is not declared', { ...whole, secret: 1 }],
  ['one further in', { ...whole, rows: [{ n: 1, on: true, secret: 1 }] }],
  ['one beside what is told apart by a word', { ...whole, way: { way: 'two', more: 'secret' } }],
  ['a part that is missing', Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'mmHg'))],
  ['another type', { ...whole, mmHg: '120' }],
  ['no number', { ...whole, mmHg: Number.NaN }],
  ['no whole number', { ...whole, whole: 1.5 }],
  ['too long a text', { ...whole, short: 'abcd' }],
  ['no id', { ...whole, id: 'x' }],
  ['no such day', { ...whole, on: '2027-02-29' }],
  ['another word', { ...whole, kind: 'c' }],
  ['a key that is wanted and missing', { ...whole, each: { x: true } }],
  ['a key that is not listed', { ...whole, each: { x: true, z: true } }],
  ['a moment where a record is declared', { ...whole, by: new Date(0) }],
  ['a hole in a list', { ...whole, rows: Array.from({ length: 1 }) }],
])('%s does not fit', (_, value) => expect(fitsTo(told)(value)).toBe(false))

test('of two shapes the first that zod takes decides what is cut, not one that would let more through', () => {
  const either = z.union([z.object({ a: z.number() }), z.object({ a: z.number(), secret: z.string() })])
  const value = { a: 1, secret: 's' }
  expect(z.parse(either, value)).toEqual({ a: 1 })
  expect(fitsTo(either)(value)).toBe(false)
})

test('where anything more is let through, it may stand', () => {
  const open = z.looseObject({ a: z.number() })
  expect(fitsTo(open)({ a: 1, b: { c: 2 } })).toBe(true)
  expect(fitsTo(open)({ a: '1', b: 2 })).toBe(false)
  expect(fitsTo(z.catchall(z.object({ a: z.number() }), z.string()))({ a: 1, b: 2 })).toBe(false)
})

test('what changes a value never fits as it stands', () => {
  expect(fitsTo(z.string().check(z.toLowerCase()))('A')).toBe(false)
  expect(fitsTo(z._default(z.string(), 'x'))(undefined)).toBe(false)
})

/** Every reply the server gives. */
const replies = Object.entries(
  import.meta.glob<Record<string, unknown>>('../../**/*.contract.ts', { eager: true }),
).flatMap(([file, said]) =>
  Object.entries(said).flatMap(([name, one]) =>
    isEndpoint(one) ? [{ name: `${file} ${name}`, reply: one.reply }] : [],
  ),
)

function isEndpoint(one: unknown): one is { reply: core.$ZodType } {
  return typeof one === 'object' && one !== null && 'reply' in one && 'path' in one
}

test('whatever fits a reply is what zod would let out', () => {
  expect(replies.length).toBeGreaterThan(200)
  let fitting = 0
  for (const { name, reply } of replies) {
    const fits = fitsTo(reply)
    fc.assert(
      fc.property(madeFor(reply), (value) => {
        if (!fits(value)) return
        fitting += 1
        expect([name, written(core.parse(reply, value))]).toEqual([name, written(value)])
      }),
      { numRuns: 40 },
    )
  }
  // Else the property would hold of nothing.
  expect(fitting).toBeGreaterThan(replies.length * 5)
})

const written = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown

/** Mostly what the shape asks for, now and then something else or something more. */
function madeFor(shape: core.$ZodType): fc.Arbitrary<unknown> {
  const other = fc.constantFrom(undefined, null, 'x', 1, {}, [])
  return fc.oneof({ weight: 60, arbitrary: asAsked(shape) }, { weight: 1, arbitrary: other })
}

type Made = (shape: never) => fc.Arbitrary<unknown>

const oneOf = (shape: core.$ZodType) => fc.constantFrom(...(shape._zod.values ?? []))

const makers: { readonly [Kind in string]?: Made } = {
  string: ({ _zod: { def } }: core.$ZodString) =>
    'format' in def && def.format === 'uuid'
      ? fc.constant(whole.id)
      : fc.constantFrom('word', '2026-11-30', '2026-11-30T10:00:00Z'),
  number: () => fc.constantFrom(0, 1, 7.5),
  boolean: () => fc.boolean(),
  enum: oneOf,
  literal: oneOf,
  nullable: ({ _zod }: core.$ZodNullable) => fc.oneof(fc.constant(null), madeFor(_zod.def.innerType)),
  optional: ({ _zod }: core.$ZodOptional) => fc.oneof(fc.constant(undefined), madeFor(_zod.def.innerType)),
  array: ({ _zod }: core.$ZodArray) => fc.array(madeFor(_zod.def.element), { maxLength: 2 }),
  union: ({ _zod }: core.$ZodUnion) => fc.oneof(..._zod.def.options.map(madeFor)),
  record: ({ _zod }: core.$ZodRecord) =>
    fc.dictionary(fc.constantFrom('a', 'b'), madeFor(_zod.def.valueType), { maxKeys: 2 }),
  object: ({ _zod }: core.$ZodObject) => objectMade(_zod.def),
}

const asAsked = (shape: core.$ZodType): fc.Arbitrary<unknown> =>
  (makers[shape._zod.def.type] ?? (() => fc.constantFrom(0, 'x', null)))(shape as never)

function objectMade({ shape }: core.$ZodObjectDef): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, madeFor(part)]))
  const more = fc.oneof(
    { weight: 40, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ secret: 1 }) },
  )
  return fc.tuple(fc.record(parts), more).map(([made, further]) => ({ ...made, ...further }))
}
