import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyTrail, type Verdict } from '../../audit/seal.commands.ts'
import type { Checkpoint } from '../../audit/verify.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { keptKeyIn } from '../../platform/crypto/key.ts'
import { openDb } from '../../platform/db/db.ts'
import { overTheTrail } from '../../platform/db/door.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { readCheckpoints } from '../checkpoints.ts'
import { verifySignatures, type SignaturesVerdict } from '../signatures.ts'
import { dataOption, demandThere, settings } from '../settings.ts'
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
chain that was made anew. Then looks at every signature (orders, second signatures, clearances, written decisions,
consents) with the vault's key, and names each that does not match what it was given over; without vault.key in the data
folder it says that they were not looked at. Exits 1 when something does not hold.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    const { dataFolder, ...rest } = chosen
    demandThere(chosen)
    const checkpoints = checkpointsIn(asked.option('checkpoint'), dataFolder)
    const database = await openDatabase({ dataFolder, ...rest, log: asked.tell })
    const db = openDb(database.appUrl, 1)
    try {
      const trail = await overTheTrail(db, (tx) => verifyTrail(tx, checkpoints))
      asked.tell(wordsOf(trail))
      const key = await keptKeyIn(dataFolder)
      const signatures = key ? await verifySignatures(db, key) : null
      asked.tell(signaturesIn(signatures))
      const ok = trail.ok && (signatures?.broken.length ?? 0) === 0
      return { exit: ok ? 0 : 1, json: { ...trail, ok, signatures } }
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
    : `The trail does not hold: ${first?.id} was ${first?.fault}${sidesOf(first)} (${checked} rows before it hold).`

function signaturesIn(verdict: SignaturesVerdict | null): string {
  if (!verdict) return 'The signatures were not looked at: vault.key is not in the data folder.'
  const { checked, broken } = verdict
  if (broken.length === 0) return `The signatures hold: ${checked} looked at.`
  const named = broken.map(({ kind, id }) => `  ${kind} ${id}`)
  return [`${broken.length} of ${checked} signatures do not match what they were given over:`, ...named].join(
    '\n',
  )
}

function sidesOf(found: Verdict['first']): string {
  if (found?.because) return becauses[found.because]
  return found?.between ? `, between ${found.between[0] ?? 'the beginning'} and ${found.between[1]}` : ''
}

const becauses = {
  ahead: ': it names a transaction that has not begun',
  moment: ': its moment does not go with the rows around it',
}
