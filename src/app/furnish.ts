import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPeople } from '../access/demo.queries.ts'
import { CannotRun } from '../platform/cannot-run.ts'
import { vaultKeyIn } from '../platform/crypto/key.ts'
import { openDb, type Db } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { migrate, type MigrateOptions } from '../platform/db/migrate.ts'
import { inTurn, startOver } from '../platform/db/turn.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import type { OpenDatabase } from '../platform/postgres/database.ts'
import { standing } from '../practice/practice.queries.ts'

export interface FurnishPlan {
  readonly database: OpenDatabase
  readonly dataFolder: string
  /** A real practice is to be set up here: no demo. */
  readonly empty: boolean
  readonly step: <T>(words: string, work: () => Promise<T>) => Promise<T>
  readonly log: (words: string) => void
  readonly report: (error: unknown) => void
}

/**
 * Brings the database up to date and, where nothing is in it yet, plays the demo into it. Answers whether this is a
 * demo. Killed in the middle of the first time, it begins anew at the next; of several at once, one does it.
 */
export async function furnish(plan: FurnishPlan): Promise<boolean> {
  // An embedded database has made it already; one that is run elsewhere has not.
  mkdirSync(plan.dataFolder, { recursive: true, mode: 0o700 })
  await plan.step('Bringing the database up to date', () => bringForward(plan))
  const db = openDb(plan.database.appUrl, 4)
  try {
    const found = await inPractice(db, nobody, standing)
    if (found === 'practice') return false
    if (found === 'demo' && plan.empty) throw notEmpty(plan.dataFolder)
    if (found === 'nothing' && isKeptEmpty(plan)) return false
    if (found === 'nothing' || existsSync(halfMade(plan)))
      await inTurn(plan.database.ownerUrl, 'first day', () => makeDemo(plan, db))
    return true
  } finally {
    await db.destroy()
  }
}

/** Begun once for a practice of one's own, a folder never turns into a demo, though nobody has set it up yet. */
function isKeptEmpty({ dataFolder, empty }: FurnishPlan): boolean {
  const mark = join(dataFolder, 'for-a-practice')
  if (empty) writeFileSync(mark, '')
  return existsSync(mark)
}

const halfMade = ({ dataFolder }: FurnishPlan) => join(dataFolder, 'demo-half-made')

async function makeDemo(plan: FurnishPlan, db: Db) {
  if (existsSync(halfMade(plan))) {
    await startOver(plan.database.ownerUrl)
    await bringForward(plan)
  } else if ((await inPractice(db, nobody, standing)) !== 'nothing') return
  writeFileSync(halfMade(plan), '', { flush: true })
  await prepareJobs(plan.database.ownerUrl)
  await plan.step('Making the demo practice', async () => {
    const { seedDemo } = await import('./seed/seed.ts')
    const vaultKey = await vaultKeyIn(plan.dataFolder)
    await seedDemo({ db, vaultKey, machineNow: Date.now, report: plan.report })
  })
  rmSync(halfMade(plan))
}

async function bringForward({ database, log }: FurnishPlan) {
  const { ownerUrl, appPassword } = database
  const options: MigrateOptions = appPassword === undefined ? {} : { appPassword }
  await migrate(ownerUrl, log, options)
}

const notEmpty = (dataFolder: string) =>
  new CannotRun(
    'holds-the-demo',
    `${dataFolder} already holds the demo. Start a practice of your own in another folder: --empty --data FOLDER`,
  )

/** Someone invented, and what they sign in with. */
export interface SignIn {
  readonly name: string
  readonly roles: readonly string[]
  readonly email: string
  readonly password: string
}

export const signInsOf = (db: Db): Promise<SignIn[]> => inPractice(db, nobody, demoPeople)
