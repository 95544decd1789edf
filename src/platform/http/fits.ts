import * as z from 'zod/v4/core'

/**
 * Whether a value is, as it stands, what a shape lets out: every part as declared and none besides. What fits may leave without being
 * copied; whatever else is left to zod, which cuts it or says what is wrong with it. Never true where zod would change a value or refuse it.
 */
export type Fits = (value: unknown) => boolean

const known = new WeakMap<z.$ZodType, Fits>()

/** Made once for each shape. */
export function fitsTo(shape: z.$ZodType): Fits {
  const before = known.get(shape)
  if (before) return before
  // A shape that contains itself finds this one while its own is being made.
  let own: Fits = () => false
  known.set(shape, (value) => own(value))
  own = hasChecks(shape) ? asked(shape) : fitsOf(shape)
  known.set(shape, own)
  return own
}

const hasChecks = ({ _zod: { def } }: z.$ZodType) => (def.checks?.length ?? 0) > 0

/** What is rare is asked of zod. It copies what it looks into, so the same value back means that all of it is let through. */
function asked(shape: z.$ZodType): Fits {
  return (value) => {
    const answer = z.safeParse(shape, value)
    return answer.success && answer.data === value
  }
}

const fitsOf = (shape: z.$ZodType): Fits => (makers[shape._zod.def.type] ?? asked)(shape as never)

/** Formats of which zod asks nothing but their pattern. */
const patterned: ReadonlySet<unknown> = new Set(['uuid', 'date', 'datetime'])

function textFits(def: z.$ZodStringDef): Fits {
  if (!('format' in def)) return isText
  const { pattern, format } = def as z.$ZodStringFormatDef
  if (!pattern || !patterned.has(format)) return () => false
  return (value) => typeof value === 'string' && pattern.test(value)
}

const isText: Fits = (value) => typeof value === 'string'

function oneOf(shape: z.$ZodType): Fits {
  const values: ReadonlySet<unknown> = shape._zod.values ?? new Set()
  return (value) => values.has(value)
}

const nullOr =
  (inner: Fits): Fits =>
  (value) =>
    value === null || inner(value)

const undefinedOr =
  (inner: Fits): Fits =>
  (value) =>
    value === undefined || inner(value)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const every =
  (inner: Fits): Fits =>
  (value) => {
    if (!isList(value)) return false
    for (const item of value) if (!inner(item)) return false
    return true
  }

/**
 * Zod takes the first that does not refuse, and cuts the value to that one: a later one that fits as it stands must not be let through.
 * Where what is told apart by a word, only one can be meant, and of values without parts nothing can be cut.
 */
function unionFits(def: z.$ZodUnionDef): Fits {
  const options = def.options.map(fitsTo)
  const isPlain = def.options.every(({ _zod }) => plain.has(_zod.def.type))
  if (!isPlain && !('discriminator' in def)) return () => false
  return (value) => options.some((option) => option(value))
}

const plain: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'null'])

/** Plain, so that what is written out is what was looked at. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function recordFits({ keyType, valueType }: z.$ZodRecordDef): Fits {
  const [keyFits, valueFits] = [fitsTo(keyType), fitsTo(valueType)]
  /** A record whose keys are listed wants each of them. */
  const wanted = keyType._zod.values
  return (value) => {
    if (!isRecord(value)) return false
    const keys = Object.keys(value)
    if (wanted && wanted.size !== keys.length) return false
    return keys.every((key) => keyFits(key) && valueFits(value[key]))
  }
}

function objectFits({ shape, catchall }: z.$ZodObjectDef): Fits {
  const rest = catchall?._zod.def.type ?? 'never'
  if (rest !== 'never' && rest !== 'unknown') return () => false
  const keys = Object.keys(shape)
  const parts = keys.map((key) => fitsTo(shape[key]!))
  return (value) => {
    if (!isRecord(value)) return false
    let declared = 0
    for (let place = 0; place < keys.length; place += 1) {
      const key = keys[place]!
      const part = value[key]
      if (!parts[place]!(part)) return false
      if (part !== undefined || key in value) declared += 1
    }
    return rest === 'unknown' || declared === Object.keys(value).length
  }
}

/** By the kind of a shape; any other is asked of zod. */
const makers: { readonly [Kind in string]?: (shape: never) => Fits } = {
  string: ({ _zod }: z.$ZodString) => textFits(_zod.def),
  number: (shape: z.$ZodNumber) => ('check' in shape._zod.def ? asked(shape) : Number.isFinite),
  boolean: () => (value) => typeof value === 'boolean',
  enum: oneOf,
  literal: oneOf,
  nullable: ({ _zod }: z.$ZodNullable) => nullOr(fitsTo(_zod.def.innerType)),
  optional: ({ _zod }: z.$ZodOptional) => undefinedOr(fitsTo(_zod.def.innerType)),
  array: ({ _zod }: z.$ZodArray) => every(fitsTo(_zod.def.element)),
  record: ({ _zod }: z.$ZodRecord) => recordFits(_zod.def),
  union: ({ _zod }: z.$ZodUnion) => unionFits(_zod.def),
  object: ({ _zod }: z.$ZodObject) => objectFits(_zod.def),
}
