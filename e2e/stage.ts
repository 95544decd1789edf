import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openHouse } from '../src/app/house.ts'
import { seedDemo } from '../src/app/seed/seed.ts'
import { leaks } from '../src/app/testing/canaries.ts'
import { vaultKeyIn } from '../src/platform/crypto/key.ts'
import { cloneDatabase } from '../src/platform/testing/clone.ts'
import { openBrowser } from './browser.ts'

type Database = Awaited<ReturnType<typeof cloneDatabase>>

/** One person at their own browser. What reached it is kept, to be read for words that should not have. */
export interface Player {
  readonly context: BrowserContext
  readonly page: Page
  /** The seat this browser sits in, once signed in; until then whatever it is shown is shown to an outsider. */
  seatId: string | undefined
}

export interface Stage extends Omit<Database, 'close'> {
  readonly base: string
  readonly browser: Browser
  enter(options?: BrowserContextOptions): Promise<Player>
  /** The invented practice, as a newcomer finds it. */
  rehearse(): Promise<void>
  /** Fails when a request left for elsewhere, a title said something, a page broke, or someone saw what is not theirs. */
  demandDiscretion(): Promise<void>
  close(): Promise<void>
}

/** A whole house on a database of its own, listening on loopback, and a real browser. */
export async function openStage(): Promise<Stage> {
  if (!existsSync('dist/web/index.html')) throw new Error('build first: npm run build')
  const database = await cloneDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-stage-'))
  const faults: unknown[] = []
  const origin = { base: '' }
  const house = await openHouse({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    dataFolder,
    publicOrigin: () => origin.base,
    smtpUrl: undefined,
    mailFrom: 'Throughline <no-reply@practice.example>',
    demo: true,
    machineNow: () => Date.now(),
    report: (error) => void faults.push(error),
  })
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  origin.base = `http://localhost:${(house.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  const seen: Seen[] = []
  return {
    ...database,
    base: origin.base,
    browser,
    rehearse: async () =>
      seedDemo({
        db: house.db,
        vaultKey: await vaultKeyIn(dataFolder),
        machineNow: Date.now,
        report: (error) => void faults.push(error),
      }),
    enter: (options = {}) => enter({ browser, base: origin.base, seen }, options),
    async demandDiscretion() {
      const found = [...(await indiscretions(database, seen, origin.base)), ...faults.map(String)]
      if (found.length > 0) throw new Error(found.join('\n'))
    },
    async close() {
      await browser.close()
      await house.stop()
      await database.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

interface Seen {
  readonly kind: 'answer' | 'address' | 'title' | 'broken'
  readonly text: string
  readonly from: string
  readonly seatId: string | undefined
}

async function enter(
  stage: { browser: Browser; base: string; seen: Seen[] },
  options: BrowserContextOptions,
): Promise<Player> {
  const context = await stage.browser.newContext({ baseURL: stage.base, reducedMotion: 'reduce', ...options })
  const player: Player = { context, page: await context.newPage(), seatId: undefined }
  const note = (kind: Seen['kind'], text: string, from: string) =>
    void stage.seen.push({ kind, text, from, seatId: player.seatId })
  context.on('request', (request) => note('address', request.url(), request.url()))
  context.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!/json|html|text\/plain/.test(type) || type.includes('event-stream')) return
    const text = await response.text().catch(() => '')
    note('answer', text, response.url())
  })
  player.page.on('framenavigated', async (frame) => {
    if (frame === player.page.mainFrame())
      note('title', await frame.evaluate(() => document.title).catch(() => ''), frame.url())
  })
  player.page.on('pageerror', (error) => note('broken', error.message, player.page.url()))
  return player
}

/** Words that would tell a bystander what this is about, in an address or a title. */
const telling =
  /ketamin|psychedel|therap|suicid|consent|dose|phq|journey|trauma|depress|ptsd|viaje|dosis|terap/i

async function indiscretions({ owner }: Database, seen: readonly Seen[], base: string): Promise<string[]> {
  const found = seen.flatMap((one) => tellTale(one, base) ?? [])
  for (const { kind, text, from, seatId } of seen)
    if (kind !== 'broken')
      for (const leak of await leaks(owner, text, seatId ? { seatId } : undefined))
        found.push(`${from}: ${leak}`)
  return found
}

function tellTale({ kind, text, from }: Seen, base: string): string | undefined {
  if (kind === 'broken') return `${from} broke: ${text}`
  if (kind === 'address') return staysHere(text, base) ? undefined : `a request left for ${text}`
  if (kind !== 'title') return undefined
  if (text !== '' && text !== 'Throughline') return `${from} is titled ${text}`
  return telling.test(new URL(from).pathname) ? `the address bar says ${from}` : undefined
}

const staysHere = (url: string, base: string): boolean =>
  /^(blob|data):/.test(url) || new URL(url).origin === base
