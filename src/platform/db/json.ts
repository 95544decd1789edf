import { sql, type RawBuilder } from 'kysely'

/** Milliseconds since 1970, so that a moment crosses JSON as the number it is. */
export const ms = (moment: string): RawBuilder<number> =>
  sql<number>`round(extract(epoch from ${sql.ref(moment)}) * 1000)::float8`
