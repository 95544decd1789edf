import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { below, copyFile, forEach } from './copy.ts'
import type { KeptFile } from './manifest.ts'

/**
 * What a copy made under writes must not or need not hold (PostgreSQL's manual, "Making a Base Backup Using the
 * Low-Level API"). The write-ahead log is copied afterwards, from the start of the copy to its end.
 */
const leftOut =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.|(^|\/)(pgsql_tmp|pg_internal\.init)/

export interface HotCopy {
  readonly owner: pg.Client
  /** The files of the running database. */
  readonly data: string
  readonly target: string
}

/** Copies a database while it is written to. Started from the copy, it recovers to how it was when this ended. */
export async function hotCopy({ owner, data, target }: HotCopy): Promise<KeptFile[]> {
  const first = await begin(owner)
  const { files, folders } = await below(data)
  for (const path of ['', ...folders.filter((path) => !leftOut.test(path))])
    await mkdir(join(target, path), { recursive: true, mode: 0o700 })
  const copies = await copyAll({ data, target, paths: files.filter((path) => !leftOut.test(path)) })
  const { last, label } = await end(owner)
  await writeFile(join(target, 'backup_label'), label, { mode: 0o600, flush: true })
  const segments = (await below(join(data, 'pg_wal'))).files.filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  )
  const log = await copyAll({ data, target, paths: segments.map((name) => `pg_wal/${name}`) })
  return [...copies, ...log, labelFile(label)]
}

/** For as long as this connection lasts, no log is recycled that the copy will need. */
async function begin(owner: pg.Client): Promise<string> {
  await owner.query('select pg_create_physical_replication_slot($1, true, true)', [`backup_${process.pid}`])
  const { rows } = await owner.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('throughline', fast => true)) as segment`,
  )
  return rows[0]?.segment ?? ''
}

async function end(owner: pg.Client): Promise<{ last: string; label: string }> {
  const { rows } = await owner.query<{ last: string; label: string }>(
    `select pg_walfile_name(lsn) as last, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
  )
  return rows[0] ?? { last: '', label: '' }
}

async function copyAll({ data, target, paths }: { data: string; target: string; paths: readonly string[] }) {
  const copied: KeptFile[] = []
  await forEach(paths, async (path) => {
    const file = await copyFile(join(data, path), join(target, path), path)
    if (file) copied.push(file)
  })
  return copied
}

const labelFile = (label: string): KeptFile => ({
  path: 'backup_label',
  bytes: Buffer.byteLength(label),
  sha256: createHash('sha256').update(label).digest('hex'),
})
