import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { absent } from './absent.ts'
import { endpoints } from './endpoints.ts'

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly [part: string]: unknown
}
const defOf = (shape: unknown) => (shape as { readonly _zod: { readonly def: Def } })._zod.def

const mayBeAbsent = new Set(['optional', 'exact_optional', 'nonoptional', 'default', 'prefault', 'catch'])
/** The parts of a shape that say nothing of their own name: what is wrapped, what is in a list, what may stand instead. */
const within = [
  'innerType',
  'element',
  'valueType',
  'in',
  'out',
  'left',
  'right',
  'options',
  'items',
] as const

/** The names of what may be left out anywhere in an input. */
function leftOut(shape: unknown, path = ''): string[] {
  const def = defOf(shape)
  const here = mayBeAbsent.has(def.type) ? [path] : []
  const wrapped = within.flatMap((part) => (def[part] === undefined ? [] : [def[part]].flat()))
  return [
    ...here,
    ...wrapped.flatMap((inner) => leftOut(inner, path)),
    ...Object.entries(def.shape ?? {}).flatMap(([key, inner]) =>
      leftOut(inner, path === '' ? key : `${path}.${key}`),
    ),
  ]
}

const changing = (await endpoints()).filter(({ method }) => method === 'POST')
const found = Object.fromEntries(
  changing.map(({ method, path, input }) => [`${method} ${path}`, [...new Set(leftOut(input))].toSorted()]),
)

const advice =
  'If a write puts a whole row in the place of another, demand the key (z.nullable without a default). ' +
  'If nothing stands there yet, say in src/app/testing/absent.ts what leaving it out means.'

describe('what may be left out of an asking', () => {
  test('is found wherever it stands', () => {
    const shape = z.strictObject({
      a: z.optional(z.string()),
      b: z.nullable(z.string()),
      c: z.array(z.object({ d: z._default(z.string(), '') })),
      e: z.union([z.string(), z.object({ f: z.optional(z.string()) })]),
    })
    expect(leftOut(shape)).toEqual(['a', 'c.d', 'e.f'])
    expect(leftOut(z.pipe(z.custom<z.input<typeof shape>>(), shape))).toEqual(['a', 'c.d', 'e.f'])
    expect(changing.length).toBeGreaterThan(100)
  })

  test('has been judged by hand, one by one', () => {
    const unjudged = Object.entries(found).flatMap(([endpoint, keys]) =>
      keys.filter((key) => absent[endpoint]?.[key] === undefined).map((key) => `${endpoint}: ${key}`),
    )
    expect([advice, ...unjudged]).toEqual([advice])
  })

  test('and nothing is judged that is not there', () => {
    const stale = Object.entries(absent).flatMap(([endpoint, keys]) =>
      Object.keys(keys)
        .filter((key) => !found[endpoint]?.includes(key))
        .map((key) => `${endpoint}: ${key}`),
    )
    const takeOut = 'Take these out of src/app/testing/absent.ts: no contract has them.'
    expect([takeOut, ...stale]).toEqual([takeOut])
  })
})

describe('a correction says the whole fact it puts in the place of another', () => {
  const promised = Object.entries(absent).flatMap(([endpoint, keys]) =>
    Object.entries(keys).flatMap(([key, means]) =>
      means.includes('a correction says it') ? [[endpoint, key] as const] : [],
    ),
  )
  test.each(promised)('%s refuses one without %s', (endpoint, key) => {
    const { input } = changing.find(({ method, path }) => `${method} ${path}` === endpoint)!
    const faults = (asked: object) => {
      const read = z.safeParse(input, asked)
      return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
    }
    expect(faults({ corrects: 'an earlier one' })).toContain(key)
    expect(faults({ corrects: 'an earlier one', struck: true })).not.toContain(key)
    expect(faults({})).not.toContain(key)
  })
})
