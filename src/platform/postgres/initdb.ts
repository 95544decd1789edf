import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { CannotRun, codeOf, wordsOf } from '../cannot-run.ts'
import { giveTo } from './account.ts'
import { type Cluster, environmentOf } from './cluster.ts'
import { isAlive } from './postmaster.ts'

/** Sorting and case come from PostgreSQL itself, so that every machine agrees and none lacks a locale. */
const locale = ['-E', 'UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** Makes the data files, once. Made beside and renamed: a crash leaves none, and of two starts one wins. */
export async function initialise(cluster: Cluster, ownerPassword: string) {
  await sweep(cluster)
  if (await stat(join(cluster.data, 'PG_VERSION')).catch(() => undefined)) return
  const draft = `${cluster.data}.init-${process.pid}-${randomBytes(4).toString('hex')}`
  const passwordFile = `${draft}.password`
  try {
    await writeFile(passwordFile, ownerPassword, { mode: 0o600, flag: 'wx' })
    await giveTo(cluster.account, passwordFile)
    await initdb(cluster, ['-D', draft, '-U', 'owner', '-A', 'scram-sha-256', '--pwfile', passwordFile])
    await rename(draft, cluster.data).catch(unlessAnotherWon)
  } finally {
    await Promise.all([draft, passwordFile].map((path) => rm(path, { recursive: true, force: true })))
  }
}

async function initdb(cluster: Cluster, args: string[]) {
  const program = join(cluster.binaries.bin, 'initdb')
  const options = { ...cluster.account, env: environmentOf(cluster), cwd: cluster.folder }
  await promisify(execFile)(program, [...args, ...locale], options).catch((cause) => {
    if (/No space left on device/.test(wordsOf(cause)))
      throw new CannotRun(
        'disk-full',
        `The disk is full: a new database needs about 100 MB in ${cluster.folder}. Make room, or choose another folder with --data.`,
        cause,
      )
    throw new CannotRun('initdb-failed', `The database could not be created. ${reason(cause)}`, cause)
  })
}

const reason = (cause: unknown) =>
  codeOf(cause) === 'ENOENT'
    ? 'Its programs do not run on this system, which may lack the GNU C library (2.27 or later). Set DATABASE_URL instead.'
    : wordsOf(cause)

function unlessAnotherWon(cause: unknown) {
  if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(cause) ?? '')) throw cause
}

/** What starts left behind that were killed in the middle of it. One may still be writing: then it stays till next time. */
async function sweep(cluster: Cluster) {
  const left = (await readdir(cluster.folder)).filter((name) => {
    const [, maker] = new RegExp(`^${basename(cluster.data)}\\.init-(\\d+)-`).exec(name) ?? []
    return maker !== undefined && !isAlive(Number(maker))
  })
  await Promise.allSettled(
    left.map((name) => rm(join(cluster.folder, name), { recursive: true, force: true })),
  )
}
