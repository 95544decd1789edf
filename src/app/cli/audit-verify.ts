import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyTrail, type Verdict } from '../../audit/seal.commands.ts'
import type { Checkpoint } from '../../audit/verify.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb } from '../../platform/db/db.ts'
import { overTheTrail } from '../../platform/db/door.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { readCheckpoints } from '../checkpoints.ts'
import { dataOption, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'

export const auditVerifyCommand: CliCommand = {
  takes: [],
  options: {
    data: dataOption,
    checkpoint: {
      type: 'string',
      value: 'FILE',
      words:
        'Signed checkpoints to hold the trail against (a copy kept elsewhere shows more than one kept here)',
    },
  },
  about: `
Computes the seal of every row of the audit trail again and names the first that was edited, removed, inserted or
moved; counts the rows that are too young to be sealed. With --checkpoint it also shows a tail that was cut off and a
chain that was made anew. Exits 1 when something does not hold.`,
  async run(asked) {
    const { dataFolder, ...rest } = settings(asked.option('data'))
    const checkpoints = checkpointsIn(asked.option('checkpoint'), dataFolder)
    const database = await openDatabase({ dataFolder, ...rest, log: asked.tell })
    const db = openDb(database.appUrl, 1)
    try {
      const verdict = await overTheTrail(db, (tx) => verifyTrail(tx, checkpoints))
      asked.tell(wordsOf(verdict))
      return { exit: verdict.ok ? 0 : 1, json: verdict }
    } finally {
      await db.destroy()
      await database.stop()
    }
  },
}

function checkpointsIn(file: string | undefined, dataFolder: string): Checkpoint[] {
  if (file === undefined) return []
  const key = join(dataFolder, 'audit-key.pem.pub')
  if (!existsSync(file)) throw new CannotRun('no-checkpoint', `There is no file ${file}.`)
  if (!existsSync(key))
    throw new CannotRun(
      'no-key',
      `The key that signs checkpoints is not in ${dataFolder}: start the server there once.`,
    )
  try {
    return readCheckpoints(file, key)
  } catch (cause) {
    throw new CannotRun('bad-checkpoint', cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const wordsOf = ({ ok, checked, unsealed, first }: Verdict): string =>
  ok
    ? `The trail holds: ${checked} rows checked, ${unsealed} too young to be sealed.`
    : `The trail does not hold: ${first?.id} was ${first?.fault} (${checked} rows before it hold).`
