import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import type { Guard } from '../../platform/http/serve.ts'
import { openHub } from '../../platform/live/hub.ts'
import { cloneDatabase } from '../../platform/testing/clone.ts'
import { faultLine } from '../report.ts'
import { buildServer, houseGuard } from '../server.ts'
import { addMember, addPerson, addPractice, assign, machineStart, type Someone } from './arrange.ts'
import { leaks } from './canaries.ts'
import { testVaultKey } from './credentials.ts'

type Owner = Awaited<ReturnType<typeof cloneDatabase>>['owner']

export const publicOrigin = 'http://localhost'

export interface AskOptions {
  readonly method?: 'GET' | 'POST'
  readonly body?: object
  /** A fresh intent unless one is given; none when null. */
  readonly intentKey?: string | null
  readonly headers?: Record<string, string>
}

/** In tests the pages are drawn from their source, with nothing built. */
const drawnHere = async () =>
  (await import('../web/pages.tsx')).pagesWith({ styles: [], scripts: {}, fonts: [] })

/** Two practices on a real server and database: ours with a member of each role and two people, and one elsewhere. */
export async function openClinic(guarding: (guard: Guard) => Guard = (guard) => guard) {
  const database = await cloneDatabase()
  const clock = { machineNow: machineStart }
  const faults: unknown[] = []
  const report = (error: unknown) => {
    faults.push(error)
    console.error(error)
  }
  const hub = await openHub(database.db, database.appUrl, report)
  const app = await buildServer({
    db: database.db,
    hub,
    machineNow: () => clock.machineNow,
    publicOrigin: () => publicOrigin,
    vaultKey: testVaultKey,
    guard: guarding(houseGuard),
    drawn: drawnHere,
    report,
  })
  const practiceId = await addPractice(database.owner, 'Ours')
  const elsewhere = await addPractice(database.owner, 'Elsewhere')
  return {
    ...database,
    app,
    routes: app.routeList,
    address: () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    hub,
    clock,
    faults,
    practiceId,
    elsewhere,
    people: { ...(await ours(database.owner, practiceId)), ...(await theirs(database.owner, elsewhere)) },
    ask: async (as: Someone | undefined, url: string, options: AskOptions = {}): Promise<Response> => {
      const reply = await app.inject(requestOf(as, url, options))
      await demandNoLeak(database.owner, reply, as)
      return reply
    },
    close: async () => {
      await app.close()
      await hub.stop()
      await database.close()
      demandQuiet(faults)
    },
  }
}

async function ours(owner: Owner, practiceId: string) {
  const people = {
    therapist: await addMember(owner, practiceId, ['therapist']),
    prescriber: await addMember(owner, practiceId, ['prescriber']),
    monitor: await addMember(owner, practiceId, ['monitor']),
    coordinator: await addMember(owner, practiceId, ['coordinator']),
    administrator: await addMember(owner, practiceId, ['administrator']),
    auditor: await addMember(owner, practiceId, ['auditor']),
    client: await addPerson(owner, practiceId, 'Ana'),
    otherClient: await addPerson(owner, practiceId, 'Ben'),
  }
  for (const member of [people.therapist, people.prescriber, people.monitor])
    await assign(owner, { member, personId: people.client.seatId })
  return people
}

const theirs = async (owner: Owner, practiceId: string) => ({
  foreigner: await addMember(owner, practiceId, ['therapist', 'prescriber', 'coordinator']),
  foreignClient: await addPerson(owner, practiceId),
})

export type Clinic = Awaited<ReturnType<typeof openClinic>>

function requestOf(as: Someone | undefined, url: string, options: AskOptions): InjectOptions {
  const { method = options.body ? 'POST' : 'GET', body, intentKey = randomUUID(), headers = {} } = options
  return {
    method,
    url,
    ...(body && { payload: body }),
    headers: {
      ...(as && { cookie: `__Host-throughline=${as.token}`, 'throughline-seat': as.seatId }),
      ...(method === 'POST' && intentKey !== null && { 'idempotency-key': intentKey }),
      ...headers,
    },
  }
}

/** Every answer any test gets is read for words that this reader may not see. */
async function demandNoLeak(owner: Owner, reply: Response, as: Someone | undefined): Promise<void> {
  const found = await leaks(owner, `${JSON.stringify(reply.headers)} ${reply.body}`, as)
  if (found.length > 0) throw new Error(`${reply.raw.req.method} ${reply.raw.req.url}: ${found.join('; ')}`)
}

/** A fault is told in one line, and in that none of the words planted. */
function demandQuiet(faults: readonly unknown[]): void {
  const telling = faults.map((fault) => faultLine(fault)).filter((line) => line.includes('CANARY-'))
  if (telling.length > 0) throw new Error(telling.join('; '))
}

/** What the audit trail says became of an intent. */
export async function outcomesOf({ owner }: Pick<Clinic, 'owner'>, intentKey: string): Promise<string[]> {
  const { rows } = await owner.query('select outcome from audit_event where intent_key = $1 order by id', [
    intentKey,
  ])
  return rows.map((row) => row.outcome)
}
