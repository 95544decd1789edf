import * as z from 'zod/v4/core'
import { isoOf } from '../../kernel/instant.ts'
import { machineStart } from './arrange.ts'

/** The part of a JSON schema that a sample is made of. */
interface Shape {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly minimum?: number
  readonly minLength?: number
}

/** One text of an input, and where it stands; a list counts as one place. */
export interface Place {
  readonly path: string
  readonly kind: 'id' | 'words'
}

/** What stands at a place; nothing where whatever is there will do, or, of an id that need not be there, none. */
export type Filling = (place: Place) => string | undefined

export interface Sample {
  readonly input: Readonly<Record<string, unknown>>
  /** Every place that was met, in order. */
  readonly places: readonly Place[]
}

/** An input that this shape takes, with every part of it there, and at `filled` places what is wanted there. */
export function sampleOf(shape: z.$ZodType, filling: Filling): Sample {
  const places: Place[] = []
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Shape
  const input = made(schema, '', (place) => {
    places.push(place)
    return filling(place)
  })
  return { input: input as Sample['input'], places }
}

function made(shape: Shape, path: string, filling: Filling): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const variants = shape.anyOf ?? shape.oneOf
  if (variants) return oneOf(variants, path, filling)
  return (makers[shape.type ?? ''] ?? (() => ({})))(shape, path, filling)
}

/** An id that may be null is, unless one is wanted. */
function oneOf(variants: readonly Shape[], path: string, filling: Filling): unknown {
  const first = variants.find(({ type }) => type !== 'null') ?? {}
  const mayBeNone = first.format === 'uuid' && variants.some(({ type }) => type === 'null')
  return mayBeNone ? (filling({ path, kind: 'id' }) ?? null) : made(first, path, filling)
}

type Maker = (shape: Shape, path: string, filling: Filling) => unknown

const makers: Readonly<Record<string, Maker>> = {
  object: ({ properties = {} }, path, filling) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        made(inner, path === '' ? name : `${path}.${name}`, filling),
      ]),
    ),
  array: ({ items, prefixItems }, path, filling) =>
    (prefixItems ?? (items ? [items] : [])).map((inner) => made(inner, path, filling)),
  string: (shape, path, filling) => textOf(shape, path, filling),
  integer: ({ minimum = 1 }) => Math.max(minimum, 1),
  number: ({ minimum = 1 }) => Math.max(minimum, 1),
  boolean: () => false,
  null: () => null,
}

const ofFormat: Readonly<Record<string, string>> = {
  'date-time': isoOf(machineStart),
  date: '2026-03-01',
  email: 'someone@people.example',
}

/** One for each pattern that a contract has. */
const ofPattern = ['a', '1', 'CA', 'DC-10', '123456', 'all', 'own-0123456789ab', '0'.repeat(64)]

function textOf({ format, pattern, minLength = 1 }: Shape, path: string, filling: Filling): string {
  if (format === 'uuid') return filling({ path, kind: 'id' }) ?? crypto.randomUUID()
  if (format) return ofFormat[format]!
  if (pattern) return ofPattern.find((text) => new RegExp(pattern).test(text))!
  return filling({ path, kind: 'words' }) ?? 'Words'.padEnd(minLength, '.')
}
