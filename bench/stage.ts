import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs/jobs.ts'
import { startThrowawayPostgres, urlOf } from '../src/platform/testing/postgres.ts'
import { startChild, type Child } from './child.ts'
import { seed, type Extent, type Seeded } from './seed.ts'

export const connections = 16

/** As in real use: every commit is on the disk before it is answered. */
export async function openStage() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  chmodSync(folder, 0o700)
  const cluster = await startThrowawayPostgres([])
  const ownerOf = (database: string) => urlOf(cluster.socket, 'owner', database)
  const started: Child[] = []
  const start = async (file: string, env?: Record<string, string>): Promise<Child> => {
    const child = await startChild(file, env)
    started.push(child)
    return child
  }
  return {
    ownerOf,
    start,
    /** A database of its own, brought up to date; answers how long that took. */
    async makeDatabase(name: string): Promise<number> {
      await asOwner(ownerOf('postgres'), (owner) => owner.query(`create database ${name}`))
      const began = performance.now()
      await migrate(ownerOf(name))
      await prepareJobs(ownerOf(name))
      return performance.now() - began
    },
    fill: (name: string, extent: Extent): Promise<Seeded> =>
      asOwner(ownerOf(name), (owner) => seed(owner, extent)),
    /** Forgets what was read so far, so that `scanned` tells of what comes after. */
    forget: (name: string) => asOwner(ownerOf(name), (owner) => owner.query('select pg_stat_reset()')),
    /** Large tables that somebody has read from end to end; those that begin empty may be, while they are small. */
    scanned: (name: string): Promise<string[]> =>
      asOwner(ownerOf(name), async (owner) => {
        const { rows } = await owner.query<{ relname: string }>(
          `select s.relname from pg_stat_user_tables s join pg_class c on c.oid = s.relid
           where c.reltuples > 10000 and s.seq_tup_read > 10000
             and s.relname not in ('audit_event', 'audit_seal', 'intent') order by 1`,
        )
        return rows.map(({ relname }) => relname)
      }),
    startHouse: (name: string): Promise<Child> =>
      start('house.ts', {
        BENCH_OWNER: ownerOf(name),
        BENCH_APP: urlOf(cluster.socket, 'throughline_app', name),
        BENCH_FOLDER: folder,
        // The program is read in as src/app/cli/main.ts has it read in: anew the first time, kept from the second on.
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
      }),
    async close() {
      for (const child of started) await child.stop()
      await cluster.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(url)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
