import { resolve } from 'node:path'
import { backUp } from '../../platform/postgres/backup.ts'
import { backUpBeside } from '../../platform/postgres/beside.ts'
import { demandEmpty } from '../../platform/postgres/copy.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { dataOption, demandThere, settings } from '../settings.ts'
import type { Answer, Asked, CliCommand } from './command.ts'

export const backupCommand: CliCommand = {
  takes: ['FOLDER'],
  options: { data: dataOption },
  about: `
Copies the database, while the server goes on working or while none runs, and everything else in the data folder: keys,
secrets, the audit's checkpoints. FOLDER must be new or empty. It can be opened by whoever has it: keep it as safe as
the practice itself, and on another machine. Prints the manifest, with the hash of every file, the rows of every
table and the time it took; it is in FOLDER as manifest.json.

A database of DATABASE_URL is backed up by the tools of whoever runs it (pg_dump, pg_basebackup). FOLDER then has what lies
beside it: the key without which one-time codes and psychotherapy notes do not open, the key of the checkpoints and the
checkpoints. One is of no use without the other: make both, first this one and then the database.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    if (chosen.databaseUrl) return beside(chosen.dataFolder, asked)
    demandThere(chosen)
    await demandEmpty(resolve(asked.given[0] ?? ''))
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

async function beside(dataFolder: string, asked: Asked): Promise<Answer> {
  const manifest = await backUpBeside({ dataFolder, folder: resolve(asked.given[0] ?? '') })
  asked.tell(
    `Backed up ${manifest.beside.length} files from ${dataFolder}. The database that DATABASE_URL names is not among them: back ` +
      'it up now with its own tools (pg_dump or pg_basebackup), and keep both.',
  )
  return { exit: 0, json: manifest }
}
