import pg from 'pg'

const channel = 'throughline_live'

/** One connection that listens, and comes back by itself when it is lost. */
export async function listen(connectionString: string, heard: () => void, report: (error: unknown) => void) {
  let client: pg.Client | undefined
  let closed = false
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString, application_name: 'throughline live' })
    fresh.on('error', () => {})
    fresh.on('end', () => {
      client = undefined
      if (!closed) setTimeout(() => connect().catch(report), 200)
    })
    fresh.on('notification', heard)
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
    heard()
  }
  await connect()
  return {
    async tell() {
      await client?.query(`notify ${channel}`)
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}
