import type { ColumnType, Generated } from 'kysely'

export type Moment = ColumnType<Date, Date | string, never>
export type MomentOrNone = ColumnType<Date | null, Date | string | null | undefined, never>
export type ChangeableMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
export type StampedByDatabase = ColumnType<Date, never, never>
/** Said by the database, from what it knows of the transaction. */
export type StampedOrNone<T> = ColumnType<T | null, never, never>
/** Worked out from the row itself. */
export type WorkedOutByDatabase = ColumnType<Date | null, never, never>
export type Numbered = Generated<string>
export type Json<T> = ColumnType<T, string, never>
/** Exact to the digit, so it leaves the database as text. */
export type Decimal = ColumnType<string, number, never>
export type DecimalOrNone = ColumnType<string | null, number | null | undefined, never>
/** Written once; no update compiles. */
export type Fixed<T> = ColumnType<T, T, never>
export type FixedOrNone<T> = ColumnType<T | null, T | null | undefined, never>

/**
 * The tables as the app role sees them. Each slice declares its own beside the store that writes them:
 * `declare module '../platform/db/schema.ts' { interface Schema { … } }`.
 */
export interface Schema {}

/** Tables whose rows may change; all others only grow. Declared the same way. The database holds the same line. */
export interface Changeable {}
