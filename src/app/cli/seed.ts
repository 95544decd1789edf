import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb } from '../../platform/db/db.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { furnish, signInsOf } from '../furnish.ts'
import { faultLine } from '../report.ts'
import { dataOption, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'
import { step } from './steps.ts'

export const seedCommand: CliCommand = {
  takes: [],
  options: { data: dataOption },
  about: `
Makes the demo practice that a first start makes too: invented people, each of whom one can sign in as, and what they
did over some weeks, played through the product's own requests. Prints who they are and what they sign in with. Where
the demo is there already it prints that; a database that holds a practice, or is kept for one, is left alone.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    const database = await openDatabase({ ...chosen, log: asked.tell })
    try {
      const report = (error: unknown) => asked.tell(faultLine(error))
      const demo = await furnish({ ...chosen, database, empty: false, step, log: asked.tell, report })
      if (!demo)
        throw new CannotRun(
          'holds-a-practice',
          `${chosen.dataFolder} is for a practice; the demo is not put into it.`,
        )
      const db = openDb(database.appUrl, 1)
      const signIns = await signInsOf(db)
      await db.destroy()
      return { exit: 0, json: { signIns } }
    } finally {
      await database.stop()
    }
  },
}
