import { resolve } from 'node:path'
import { backUp } from '../../platform/postgres/backup.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { dataOption, demandEmbedded, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'

export const backupCommand: CliCommand = {
  takes: ['FOLDER'],
  options: { data: dataOption },
  about: `
Copies the database, while the server goes on working or while none runs, and everything else in the data folder: keys,
secrets, the audit's checkpoints. FOLDER must be new or empty. It can be opened by whoever has it: keep it as safe as
the practice itself, and on another machine. Prints the manifest, with the hash of every file, the rows of every
table and the time it took; it is in FOLDER as manifest.json. A database of DATABASE_URL is backed up where it runs.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    demandEmbedded(
      chosen,
      'Use that server’s own backup (pg_basebackup or pg_dump), and copy the data folder too.',
    )
    const database = await openDatabase({ ...chosen, log: asked.tell })
    try {
      const manifest = await backUp({
        dataFolder: chosen.dataFolder,
        folder: resolve(asked.given[0] ?? ''),
        ownerUrl: database.ownerUrl,
        postgres: database.version,
      })
      asked.tell(
        `Backed up ${(manifest.bytes / 1e6).toFixed(0)} MB in ${(manifest.tookMs / 1000).toFixed(1)} s.`,
      )
      return { exit: 0, json: manifest }
    } finally {
      await database.stop()
    }
  },
}
