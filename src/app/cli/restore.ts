import { resolve } from 'node:path'
import { restore } from '../../platform/postgres/restore.ts'
import { dataOption, demandEmbedded, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'

export const restoreCommand: CliCommand = {
  takes: ['FOLDER'],
  options: { data: dataOption },
  about: `
Puts the backup in FOLDER into a data folder that is new or empty; nothing is ever written over. Every file is held
against the hash in the manifest, and one that differs stops the restore and leaves nothing behind. Then the database
is opened once, so that it recovers to the moment the backup ended, and its rows are counted.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
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
