import type { AnyEndpoint } from './endpoints.ts'
import type { Clinic } from './clinic.ts'
import type { Someone } from './arrange.ts'
import { sampleOf, type Filling, type Place } from './sample.ts'

/** The texts that an endpoint's input has, in order. */
export const placesIn = ({ input }: AnyEndpoint): readonly Place[] => sampleOf(input, () => undefined).places

/** Asks with a whole input: the known ids at their places, and whatever `wanted` puts over them. */
export async function askWith(
  clinic: Pick<Clinic, 'ask'>,
  { endpoint, as, wanted }: { endpoint: AnyEndpoint; as: Someone | undefined; wanted: Filling },
): ReturnType<Clinic['ask']> {
  const { input } = sampleOf(endpoint.input, wanted)
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  if (endpoint.method === 'POST') return clinic.ask(as, path, { body: input })
  const query = new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]))
  return clinic.ask(as, `${path}?${query}`)
}

/** The word a row is known by in an input: `beliefId` is a belief, `answers.itemId` an item. */
export const stemOf = (path: string): string => path.split('.').at(-1)!.replace(/Ids?$/, '').toLowerCase()

/** Ids of rows that might be meant by a word, each from a table whose name holds it; `where` says whose they are. */
export async function rowsLike(
  { owner }: Pick<Clinic, 'owner'>,
  stem: string,
  where: string,
): Promise<readonly string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name in ('id', 'person_id') and table_name like '%' || $1 || '%'
     group by 1 having count(*) = 2 order by 1`,
    [stem],
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ id: string }>(`select id from "${name}" where ${where} limit 1`)
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
