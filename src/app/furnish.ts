import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPeople } from '../access/demo.queries.ts'
import { CannotRun } from '../platform/cannot-run.ts'
import { openDb, type Db } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { migrate } from '../platform/db/migrate.ts'
import { keepMark, markHere } from '../platform/db/house-mark.ts'
import { inTurn, startOver } from '../platform/db/turn.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import type { OpenDatabase } from '../platform/postgres/database.ts'
import { standing } from '../practice/practice.queries.ts'
import { heldVaultKey } from './vault-key.ts'

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
    if (await isForAPractice(plan, db)) return false
    await inTurn(plan.database.ownerUrl, 'first day', () => makeDemo(plan, db))
    return (await inPractice(db, nobody, standing)) === 'demo'
  } finally {
    await db.destroy()
  }
}

/**
 * Whether there is a practice in it or it waits for one: begun once with --empty, a database never turns into a demo, whichever
 * folder or machine the next start comes from. Older folders say it by a file.
 */
async function isForAPractice(plan: FurnishPlan, db: Db): Promise<boolean> {
  const { database, dataFolder, empty } = plan
  const found = await inPractice(db, nobody, standing)
  if (found === 'practice') return true
  if (found === 'demo' && empty) throw notEmpty(plan)
  if (found === 'demo') return false
  if (empty || existsSync(join(dataFolder, 'for-a-practice'))) await keepFor(plan, db)
  return (await markHere(database.ownerUrl, 'for-a-practice')) !== undefined
}

/** In turn with whoever may be making the demo just now: the first to come decides. */
const keepFor = (plan: FurnishPlan, db: Db): Promise<void> =>
  inTurn(plan.database.ownerUrl, 'first day', async () => {
    if ((await inPractice(db, nobody, standing)) === 'demo') throw notEmpty(plan)
    await keepMark(plan.database.ownerUrl, 'for-a-practice', 'started with --empty')
  })

const halfMade = ({ dataFolder }: FurnishPlan) => join(dataFolder, 'demo-half-made')

async function makeDemo(plan: FurnishPlan, db: Db) {
  if ((await markHere(plan.database.ownerUrl, 'for-a-practice')) !== undefined) return
  if (existsSync(halfMade(plan))) {
    await startOver(plan.database.ownerUrl)
    await bringForward(plan)
  } else if ((await inPractice(db, nobody, standing)) !== 'nothing') return
  writeFileSync(halfMade(plan), '', { flush: true })
  await prepareJobs(plan.database.ownerUrl)
  await plan.step('Making the demo practice', async () => {
    const { seedDemo } = await import('./seed/seed.ts')
    const { ownerUrl, appUrl } = plan.database
    const vaultKey = await heldVaultKey({ ownerUrl, appUrl, dataFolder: plan.dataFolder })
    await seedDemo({ db, vaultKey, machineNow: Date.now, report: plan.report })
  })
  rmSync(halfMade(plan))
}

async function bringForward({ database, log }: FurnishPlan) {
  await migrate(database.ownerUrl, log, { appLogin: database.appLogin })
}

const notEmpty = ({ dataFolder, database }: FurnishPlan) =>
  new CannotRun(
    'holds-the-demo',
    database.embedded
      ? `${dataFolder} already holds the demo. Start a practice of your own in another folder: --empty --data FOLDER`
      : 'The database that DATABASE_URL names already holds the demo. Start a practice of your own in another database.',
  )

/** Someone invented, and what they sign in with. */
export interface SignIn {
  readonly name: string
  readonly roles: readonly string[]
  readonly email: string
  readonly password: string
}

export const signInsOf = (db: Db): Promise<SignIn[]> => inPractice(db, nobody, demoPeople)
