import type { OpenDatabase } from '../platform/postgres/database.ts'
import { openDatabase } from '../platform/postgres/open.ts'
import type { SignIn } from './furnish.ts'
import type { House } from './house.ts'
import { demandFree, listen } from './listen.ts'
import type { Settings } from './settings.ts'
import { trailGoesOn } from '../platform/db/trail-goes-on.ts'

export interface StartPlan extends Omit<Settings, 'trustProxy'> {
  readonly trustProxy: readonly string[]
  readonly port: number
  readonly host: string
  /** Start a real practice, without the demo. */
  readonly empty: boolean
  /** What browsers are to call this server; this machine's own name and port when left out. */
  readonly publicOrigin: string | undefined
  readonly step: <T>(words: string, work: () => Promise<T>) => Promise<T>
  readonly log: (words: string) => void
  readonly report: (error: unknown, requestId?: string) => void
}

export interface Running {
  readonly address: string
  /** What sets up a house where nobody works yet. */
  readonly setUpCode: string | undefined
  /** Who can sign in to the demo; nobody where this is a practice. */
  readonly signIns: readonly SignIn[]
  /** Whether mail can leave, or is caught by the demo. */
  readonly mailLeaves: boolean
  /** Lets what has begun finish, within bounds, and leaves the database. */
  stop(): Promise<void>
}

/**
 * Opens the database, brings it up to date, makes the demo on the first day, and answers requests. The rest of the
 * program is loaded while the database starts. What was opened is closed again if anything fails.
 */
export async function start(plan: StartPlan): Promise<Running> {
  await demandFree(plan)
  const loading = Promise.all([import('./furnish.ts'), import('./house.ts')])
  const database = await plan.step('Starting the database', () => openDatabase(plan))
  try {
    const [{ furnish, signInsOf }, { openHouse }] = await loading
    const demo = await furnish({ ...plan, database })
    const origin = { now: plan.publicOrigin ?? '' }
    const { ownerUrl, appUrl } = database
    const parts = { ...plan, ownerUrl, appUrl, demo, publicOrigin: () => origin.now, machineNow: Date.now }
    if (await trailGoesOn(ownerUrl)) plan.log(goesOn)
    const house = await openHouse(parts)
    const port = await listen(house, plan)
    origin.now ||= `http://localhost:${port}`
    const signIns = demo ? await signInsOf(house.db) : []
    const setUpCode = await house.setUpCode()
    const mailLeaves = demo || plan.smtpUrl !== undefined
    return { address: origin.now, setUpCode, signIns, mailLeaves, stop: () => stop(house, database, plan) }
  } catch (cause) {
    await database.stop()
    throw cause
  }
}

const goesOn =
  'This database was restored into a younger PostgreSQL than the one it came from. Its audit trail is sealed on from where it was.'

const forceAfterMs = 5_000
const giveUpAfterMs = 10_000

/** A request that never ends must not keep the server from ending. */
async function stop(house: House, database: OpenDatabase, { report }: StartPlan) {
  const force = setTimeout(() => house.app.server.closeAllConnections(), forceAfterMs)
  const giveUp = new Promise<void>((settle) => setTimeout(settle, giveUpAfterMs).unref())
  await Promise.race([house.stop().catch(report), giveUp])
  clearTimeout(force)
  await database.stop()
}
