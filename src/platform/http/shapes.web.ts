/**
 * Stands in for `zod/mini` in the browser's build (vite.config.ts). A contract states addresses and shapes; only the
 * server reads the shapes, so the browser need not carry what checks them: 14 KB of every first page. A test holds the
 * names below to those that contracts use.
 */
interface Unread {
  readonly check: () => Unread
}

const unread: Unread = { check: () => unread }
const shape = (): Unread => unread

export const array = shape
export const boolean = shape
export const catchall = shape
export const custom = shape
export const describe = shape
export const discriminatedUnion = shape
export const email = shape
export const extend = shape
export const gt = shape
export const gte = shape
export const int = shape
export const iso = { date: shape, datetime: shape }
export const length = shape
export const literal = shape
export const looseObject = shape
export const lt = shape
export const lte = shape
export const maxLength = shape
export const maximum = shape
export const minLength = shape
export const minimum = shape
export const multipleOf = shape
export const nullable = shape
export const number = shape
export const object = shape
export const optional = shape
export const partialRecord = shape
export const overwrite = shape
export const pipe = shape
export const positive = shape
export const record = shape
export const refine = shape
export const regex = shape
export const strictObject = shape
export const string = shape
export const toLowerCase = shape
export const transform = shape
export const trim = shape
export const tuple = shape
export const union = shape
export const unknown = shape
export const url = shape
export const toJSONSchema = shape
export const uuid = shape
export const _default = shape
export { shape as enum }
