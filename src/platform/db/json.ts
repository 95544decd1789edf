import { sql, type RawBuilder } from 'kysely'

/** Milliseconds since 1970, so that a moment crosses JSON as the number it is. */
export const ms = (moment: string): RawBuilder<number> =>
  sql<number>`round(extract(epoch from ${sql.ref(moment)}) * 1000)::float8`

/** A moment as the database prints it in UTC: many of them cross faster as text than as `Date`s. See `isoOfUtc`. */
export const utc = (moment: string): RawBuilder<string> =>
  sql<string>`(${sql.ref(moment)} at time zone 'UTC')::text`

/** The same as ISO 8601 to the millisecond, as `Date` writes it: 2026-03-02 17:00:00.12 is 2026-03-02T17:00:00.120Z. */
export const isoOfUtc = (printed: string): string =>
  `${printed.slice(0, 10)}T${printed.slice(11, 19)}.${printed.slice(20, 23).padEnd(3, '0')}Z`
