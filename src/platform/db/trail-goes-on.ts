import pg from 'pg'

/**
 * A dump restored into a younger cluster: its trail goes on from where it is (0331-younger-cluster.sql). Answers whether that
 * had to be done, for whoever starts the server to be told.
 */
export async function trailGoesOn(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline trail' })
  owner.on('error', () => {})
  await owner.connect()
  try {
    const { rows } = await owner.query<{ by: string | null }>('select trail_goes_on() as by')
    return rows[0]?.by != null
  } finally {
    await owner.end().catch(() => {})
  }
}
