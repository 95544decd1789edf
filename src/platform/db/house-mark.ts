import pg from 'pg'

/** What a database tells of the installation it belongs to (0190-house-mark.sql). */
export type HouseMark = 'vault-key' | 'for-a-practice'

export const markHere = (ownerUrl: string, kind: HouseMark): Promise<string | undefined> =>
  asked(ownerUrl, 'select mark from house_mark where kind = $1', [kind])

/** Set once and never changed: answers the mark that stands, which is another's where another was faster. */
export async function keepMark(ownerUrl: string, kind: HouseMark, mark: string): Promise<string> {
  const add = 'insert into house_mark (kind, mark) values ($1, $2) on conflict do nothing returning mark'
  return (await asked(ownerUrl, add, [kind, mark])) ?? (await markHere(ownerUrl, kind)) ?? mark
}

async function asked(ownerUrl: string, words: string, values: string[]): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline house' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<{ mark: string }>(words, values)).rows[0]?.mark
  } finally {
    await client.end().catch(() => {})
  }
}
