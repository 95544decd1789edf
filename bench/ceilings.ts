import pg from 'pg'
import type { Tally } from './wire.ts'

/** What the machine can do with nothing in between: prepared statements over the same socket, 16 at a time. */
export async function openCeilings(url: string, connections: number) {
  const setUp = new pg.Client(url)
  await setUp.connect()
  await setUp.query(`
    drop table if exists bench_plain;
    create table bench_plain (
      practice_id uuid not null, id uuid not null primary key, session_id uuid not null,
      systolic smallint, diastolic smallint, taken_at timestamptz not null, recorded_at timestamptz not null default now());
    create index on bench_plain (session_id, taken_at);
    insert into bench_plain select gen_random_uuid(), gen_random_uuid(),
      ('00000000-0000-4000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, 120, 80, now() - n * interval '1 second'
      from generate_series(1, 100000) n;
    analyze bench_plain`)
  await setUp.end()
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(url)
      await client.connect()
      return client
    }),
  )
  const run = (ms: number, one: (client: pg.Client) => Promise<unknown>) => repeat(clients, ms, one)
  return {
    insert: (ms: number) =>
      run(ms, (client) => client.query({ name: 'plain-insert', text: insertion, values: row() })),
    read: (ms: number) =>
      run(ms, (client) =>
        client.query({
          name: 'plain-read',
          text: reading,
          values: [`00000000-0000-4000-8000-${String(Math.floor(Math.random() * 500)).padStart(12, '0')}`],
        }),
      ),
    /** Bytes of write-ahead log for one plain row, over a thousand of them. */
    async walPerRow() {
      const [client] = clients
      const before = await walAt(client!)
      for (let n = 0; n < 1000; n += 1)
        await client!.query({ name: 'plain-insert', text: insertion, values: row() })
      return ((await walAt(client!)) - before) / 1000
    },
    walAt: () => walAt(clients[0]!),
    query: (text: string, values: unknown[] = []) => clients[0]!.query(text, values),
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

const insertion = `insert into bench_plain (practice_id, id, session_id, systolic, diastolic, taken_at)
  values ($1, $2, $3, 120, 80, now())`
const reading = `select * from bench_plain where session_id = $1 order by taken_at desc limit 200`

const row = () => [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]

async function walAt(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as at`)
  return Number(rows[0].at)
}

async function repeat(
  clients: pg.Client[],
  ms: number,
  one: (client: pg.Client) => Promise<unknown>,
): Promise<Tally> {
  const start = performance.now()
  const end = start + ms
  const times: number[] = []
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const began = performance.now()
        await one(client)
        times.push(performance.now() - began)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  return { rate: times.length / seconds, done: times.length, times: Float64Array.from(times).toSorted() }
}
