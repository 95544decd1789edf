import { CannotRun, codeOf } from '../platform/cannot-run.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { OpenDatabase } from '../platform/postgres/database.ts'
import { openDatabase } from '../platform/postgres/open.ts'
import type { House } from './house.ts'
import type { Settings } from './settings.ts'

export interface StartPlan extends Settings {
  readonly port: number
  readonly host: string
  /** What browsers are to call this server; this machine's own name and port when left out. */
  readonly publicOrigin: string | undefined
  readonly step: <T>(words: string, work: () => Promise<T>) => Promise<T>
  readonly log: (words: string) => void
  readonly report: (error: unknown, requestId?: string) => void
}

export interface Running {
  readonly address: string
  readonly databaseVersion: string
  /** Lets what has begun finish, within bounds, and leaves the database. */
  stop(): Promise<void>
}

/**
 * Opens the database, brings it up to date and answers requests; the rest of the program is loaded meanwhile. What was
 * opened is closed again if that fails.
 */
export async function start(plan: StartPlan): Promise<Running> {
  const loading = import('./house.ts')
  const database = await plan.step('Starting the database', () => openDatabase(plan))
  try {
    return await startOn(database, plan, (await loading).openHouse)
  } catch (cause) {
    await database.stop()
    throw cause
  }
}

async function startOn(
  database: OpenDatabase,
  plan: StartPlan,
  openHouse: typeof import('./house.ts').openHouse,
): Promise<Running> {
  const { ownerUrl, appUrl, appPassword } = database
  const options = appPassword === undefined ? {} : { appPassword }
  await plan.step('Bringing it up to date', () => migrate(ownerUrl, plan.log, options))
  const origin = { now: plan.publicOrigin ?? '' }
  const house = await openHouse({
    ...plan,
    ownerUrl,
    appUrl,
    publicOrigin: () => origin.now,
    demo: false,
    machineNow: Date.now,
  })
  try {
    const port = await listen(house, plan)
    origin.now ||= `http://localhost:${port}`
  } catch (cause) {
    await house.stop()
    throw cause
  }
  return { address: origin.now, databaseVersion: database.version, stop: () => stop(house, database, plan) }
}

async function listen({ app }: House, { host, port }: StartPlan): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    throw listenTrouble(cause, port)
  }
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

function listenTrouble(cause: unknown, port: number): unknown {
  if (codeOf(cause) === 'EADDRINUSE')
    return new CannotRun('port-taken', `Port ${port} is in use. Choose another with --port.`, cause)
  if (codeOf(cause) === 'EACCES')
    return new CannotRun(
      'port-taken',
      `This user may not use port ${port}. Choose one from 1024 up with --port.`,
      cause,
    )
  return cause
}

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
