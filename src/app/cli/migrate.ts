import { migrate } from '../../platform/db/migrate.ts'
import { prepareJobs } from '../../platform/jobs/jobs.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { dataOption, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'

export const migrateCommand: CliCommand = {
  takes: [],
  options: { data: dataOption },
  about: `
Applies what db/migrations has and the database has not, each file once and whole or not at all. The server does
the same when it starts. Works on the embedded database, running or not, and on DATABASE_URL.`,
  async run(asked) {
    const database = await openDatabase({ ...settings(asked.option('data')), log: asked.tell })
    try {
      const { ownerUrl, appLogin } = database
      const applied = await migrate(ownerUrl, asked.tell, { appLogin })
      await prepareJobs(ownerUrl)
      return { exit: 0, json: { applied } }
    } finally {
      await database.stop()
    }
  },
}
