import { resolve } from 'node:path'
import { isBeside, restoreBeside } from '../../platform/postgres/beside.ts'
import { restore } from '../../platform/postgres/restore.ts'
import { dataOption, demandEmbedded, settings } from '../settings.ts'
import type { Answer, Asked, CliCommand } from './command.ts'

export const restoreCommand: CliCommand = {
  takes: ['FOLDER'],
  options: { data: dataOption },
  about: `
Puts the backup in FOLDER into a data folder that is new or empty; nothing is ever written over. Every file is held
against the hash in the manifest, and one that differs stops the restore and leaves nothing behind. Then the database
is opened once, so that it recovers to the moment the backup ended, and its rows are counted.

A backup made with DATABASE_URL has no database in it: its files are put back, and the database is restored with the tools
of whoever runs it (in another cluster, first: create role throughline_app).`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    if (isBeside(resolve(asked.given[0] ?? ''))) return besideOnly(chosen.dataFolder, asked)
    demandEmbedded(chosen, 'Restore with that server’s own tools.')
    const began = performance.now()
    const { manifest, rows } = await restore({
      folder: resolve(asked.given[0] ?? ''),
      dataFolder: chosen.dataFolder,
      log: asked.tell,
    })
    const { madeAt, migration, rowsAtStart, database, beside, bytes } = manifest
    const tookMs = Math.round(performance.now() - began)
    const files = database.length + beside.length
    asked.tell(
      `Restored ${files} files of ${madeAt} into ${chosen.dataFolder} in ${(tookMs / 1000).toFixed(1)} s.`,
    )
    return {
      exit: 0,
      json: { dataFolder: chosen.dataFolder, madeAt, migration, tookMs, files, bytes, rowsAtStart, rows },
    }
  },
}

async function besideOnly(dataFolder: string, asked: Asked): Promise<Answer> {
  const {
    madeAt,
    beside: files,
    bytes,
    database,
  } = await restoreBeside(resolve(asked.given[0] ?? ''), dataFolder)
  asked.tell(
    `Restored ${files.length} files of ${madeAt} into ${dataFolder}. The database is not among them: restore it with its own ` +
      'tools, and start with DATABASE_URL.',
  )
  return { exit: 0, json: { dataFolder, madeAt, database, files: files.length, bytes } }
}
