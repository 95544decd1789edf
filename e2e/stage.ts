import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { openHouse } from '../src/app/house.ts'
import { seedDemo } from '../src/app/seed/seed.ts'
import { kept } from '../src/app/seed/hannah.ts'
import type { Field } from '../src/app/testing/canaries.ts'
import { needlesIn, shownToTheWrong, wordsHeld, type Held } from '../src/app/testing/wordsHeld.ts'
import { giveAuthenticator } from '../src/app/testing/credentials.ts'
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
  /** Lets the machine’s clock go ahead: for a one-time code that has been used, and for pages that are read for a while. */
  pass(milliseconds: number): void
  /** Gives someone an authenticator; answers the code it shows now. */
  authenticator(accountId: string): Promise<() => string>
  /** The invented practice, as a newcomer finds it. */
  rehearse(): Promise<void>
  /**
   * Fails when a request left for elsewhere, a title said something, a page broke, or anything that is written about anyone
   * reached someone it is not for, a mail or a log: of what happened since it was last asked, by how everyone stands now.
   * Ask before someone's place ends, and after.
   */
  demandDiscretion(): Promise<void>
  /** Of which kinds something is written down about anyone here, that would be known again. */
  planted(): Promise<ReadonlySet<Field>>
  /** Fails too where something written about anyone reached someone it is not for, and nobody had asked. */
  close(): Promise<void>
}

/** A whole house on a database of its own, listening on loopback, and a real browser. */
export async function openStage({ letters }: { letters?: number } = {}): Promise<Stage> {
  if (!existsSync('dist/web/index.html')) throw new Error('build first: npm run build')
  const database = await cloneDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-stage-'))
  const faults: unknown[] = []
  const origin = { base: '' }
  const clock = { ahead: 0 }
  const machineNow = () => Date.now() + clock.ahead
  const house = await openHouse({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    dataFolder,
    publicOrigin: () => origin.base,
    smtpUrl: undefined,
    mailFrom: 'Throughline <no-reply@practice.example>',
    demo: true,
    machineNow,
    report: (error) => void faults.push(error),
  })
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  origin.base = `http://localhost:${(house.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(letters)
  const seen: Seen[] = []
  const loggedBefore = statSync(database.log).size
  return {
    ...database,
    base: origin.base,
    browser,
    pass(milliseconds) {
      clock.ahead += milliseconds
    },
    authenticator: async (accountId) => {
      const code = await giveAuthenticator(database.owner, accountId, await vaultKeyIn(dataFolder))
      return () => code(machineNow())
    },
    rehearse: async () =>
      seedDemo({
        db: house.db,
        vaultKey: await vaultKeyIn(dataFolder),
        machineNow,
        report: (error) => void faults.push(error),
      }),
    enter: (options = {}) => enter({ browser, base: origin.base, seen }, options),
    async demandDiscretion() {
      const said = [...(await mailsIn(database)), logged(database.log, loggedBefore)]
      const found = await indiscretions(database, [...seen.splice(0), ...said], origin.base)
      if (found.length > 0 || faults.length > 0) throw new Error([...found, ...faults.map(String)].join('\n'))
    },
    planted: async () =>
      new Set((await allHeld(database)).filter((one) => needlesIn(one).length > 0).map(({ field }) => field)),
    async close() {
      await browser.close()
      await house.stop()
      const said = [...seen.splice(0), ...(await mailsIn(database)), logged(database.log, loggedBefore)]
      const found = await wordsAstray(database, said)
      await database.close()
      rmSync(dataFolder, { recursive: true })
      if (found.length > 0) throw new Error(found.join('\n'))
    },
  }
}

interface Seen {
  readonly kind: 'answer' | 'address' | 'title' | 'broken' | 'mail' | 'log'
  readonly text: string
  readonly from: string
  readonly seatId: string | undefined
  readonly sent?: string
}

async function enter(
  stage: { browser: Browser; base: string; seen: Seen[] },
  options: BrowserContextOptions,
): Promise<Player> {
  const context = await stage.browser.newContext({ baseURL: stage.base, reducedMotion: 'reduce', ...options })
  const player: Player = { context, page: await context.newPage(), seatId: undefined }
  const note = (kind: Seen['kind'], text: string, from: string) => noteAs(player.seatId, { kind, text, from })
  const noteAs = (seatId: string | undefined, what: Omit<Seen, 'seatId'>) =>
    void stage.seen.push({ ...what, seatId })
  context.on('request', (request) => note('address', request.url(), request.url()))
  context.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!/json|html|text\/plain/.test(type) || type.includes('event-stream')) return
    const text = await response.text().catch(() => '')
    // A page that was signed in to by hand says in which seat it asks; the server answers in that seat or not at all.
    const asked = response.request().headers()['throughline-seat']
    noteAs(asked ?? player.seatId, {
      kind: 'answer',
      text,
      from: response.url(),
      sent: sentWith(response.request()),
    })
  })
  player.page.on('framenavigated', async (frame) => {
    if (frame === player.page.mainFrame())
      note('title', await frame.evaluate(() => document.title).catch(() => ''), frame.url())
  })
  player.page.on('pageerror', (error) => note('broken', error.message, player.page.url()))
  return player
}

/** What a form carried, as its writer wrote it. */
const sentWith = (request: Request): string => {
  const isForm = request.headers()['content-type'] === 'application/x-www-form-urlencoded'
  return isForm ? [...new URLSearchParams(request.postData() ?? '').values()].join('\n') : ''
}

/** Words that would tell a bystander what this is about, in an address or a title. */
const telling =
  /ketamin|psychedel|therap|suicid|consent|dose|phq|journey|trauma|depress|ptsd|viaje|dosis|terap/i

async function indiscretions(database: Database, seen: readonly Seen[], base: string): Promise<string[]> {
  const found = seen.flatMap((one) => tellTale(one, base) ?? [])
  return [...found, ...(await wordsAstray(database, seen))]
}

async function wordsAstray(database: Database, seen: readonly Seen[]): Promise<string[]> {
  const words = seen.filter(({ kind }) => kind !== 'broken')
  return shownToTheWrong(database.owner, await allHeld(database), words)
}

/** All that is written about anyone, and the demo's one note that nobody can read where it stands. */
async function allHeld({ owner }: Database): Promise<Held[]> {
  const { rows } = await owner.query<{ personId: string; practiceId: string }>(
    `select n.person_id as "personId", n.practice_id as "practiceId" from psychotherapy_note n
     join person p on p.id = n.person_id where p.family_name = 'Weiss (demo)' limit 1`,
  )
  const note = { where: 'psychotherapy_note.sealed', field: 'note', audience: 'team', words: kept } as const
  return [...(await wordsHeld(owner)), ...rows.map((of) => ({ ...note, ...of }))]
}

/** A mail passes through others' hands, so it is read as an outsider's. */
async function mailsIn({ owner }: Database): Promise<Seen[]> {
  const { rows } = await owner.query<{ text: string }>(
    `select subject || ' ' || body as text from demo_mail union all
     select payload::text from graphile_worker._private_jobs`,
  )
  return rows.map(({ text }) => ({ kind: 'mail', text, from: 'a mail', seatId: undefined }))
}

/** What the database wrote to its own log meanwhile. */
const logged = (file: string, before: number): Seen => ({
  kind: 'log',
  text: readFileSync(file).subarray(before).toString('utf8'),
  from: 'the database’s log',
  seatId: undefined,
})

function tellTale({ kind, text, from }: Seen, base: string): string | undefined {
  if (kind === 'broken') return `${from} broke: ${text}`
  if (kind === 'address') return staysHere(text, base) ? undefined : `a request left for ${text}`
  if (kind !== 'title') return undefined
  if (text !== '' && text !== 'Throughline') return `${from} is titled ${text}`
  return telling.test(new URL(from).pathname) ? `the address bar says ${from}` : undefined
}

const staysHere = (url: string, base: string): boolean =>
  /^(blob|data):/.test(url) || new URL(url).origin === base
