import { sql, type RawBuilder } from 'kysely'

/** Milliseconds since 1970, so that a moment crosses JSON as the number it is. */
export const ms = (moment: string): RawBuilder<number> =>
  sql<number>`round(extract(epoch from ${sql.ref(moment)}) * 1000)::float8`

/** Rows as one JSON array inside another statement; empty where there are none. */
export const listOf = <Row>(rows: unknown): RawBuilder<readonly Row[]> =>
  sql<readonly Row[]>`coalesce((select jsonb_agg(row) from ${rows} as row), '[]')`

/** Named parts as one JSON object inside another statement. */
export const objectOf = <Parts extends object>(parts: {
  readonly [Name in keyof Parts]: RawBuilder<Parts[Name]>
}): RawBuilder<Parts> =>
  sql<Parts>`jsonb_build_object(${sql.join(
    Object.entries(parts).flatMap(([name, part]) => [sql.lit(name), part]),
  )})`
