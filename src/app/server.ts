import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { admit } from '../access/access.queries.ts'
import { accessRoutes } from '../access/access.routes.ts'
import { noteRead, noteRefusal } from '../audit/audit.commands.ts'
import { openingRoutes } from '../audit/opening.routes.ts'
import { clearanceRoutes } from '../clearance/clearance.routes.ts'
import { courseRoutes } from '../course/course.routes.ts'
import { intakeRoutes } from '../intake/intake.routes.ts'
import { integrationRoutes } from '../integration/integration.routes.ts'
import type { Instant } from '../kernel/instant.ts'
import { dischargeRoutes } from '../journey/discharge.routes.ts'
import { doseRoutes } from '../journey/dose.routes.ts'
import { readyRoutes } from '../journey/ready.routes.ts'
import { orderRoutes } from '../medication/order.routes.ts'
import type { Drawn } from '../learn/drawn.ts'
import { browserRoutes } from './browser.ts'
import { doorRoutes } from './door.ts'
import { drawnFrom } from './drawing.ts'
import { roomRoutes } from '../journey/room.routes.ts'
import { liveRoutes } from '../person/live.routes.ts'
import { personRoutes } from '../person/person.routes.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import type { Db } from '../platform/db/db.ts'
import type { Hub } from '../platform/live/hub.ts'
import { armour } from '../platform/http/armour.ts'
import { answerProblems } from '../platform/http/problems.ts'
import type { Guard, Shell } from '../platform/http/serve.ts'
import { consentRoutes } from '../consent/consent.routes.ts'
import { instrumentRoutes } from '../instrument/instrument.routes.ts'
import { practiceRoutes } from '../practice/practice.routes.ts'
import { measureRoutes } from '../measure/measure.routes.ts'
import { preparationRoutes } from '../preparation/preparation.routes.ts'
import { recordRoutes } from '../record/export.routes.ts'
import { safetyRoutes } from '../safety/safety.routes.ts'

export interface ServerParts {
  readonly db: Db
  readonly hub: Hub
  readonly machineNow: () => Instant
  readonly publicOrigin: () => string
  /** Seals small secrets at rest; see platform/crypto/key.ts. */
  readonly vaultKey: Buffer
  /** Started as a demo: its invented people's passwords may be read by whoever opens it. */
  readonly demo?: boolean
  /** Another guard than the product's own: the sweep watches every verdict through one. */
  readonly guard?: Guard
  /** Where the built app and pages are; the checkout's own unless told otherwise. */
  readonly dist?: URL
  /** The pages drawn on the server; the built ones unless others are given. */
  readonly drawn?: Drawn
  /** Where a fault goes that no one was meant to see; never with a body, a name or an address in it. */
  readonly report: (error: unknown, requestId: string) => void
}

const checkoutDist = new URL('../../dist/', import.meta.url)

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with its action: what the sweep walks. */
    routeList: { method: string; url: string; action: string | undefined }[]
  }
  interface FastifyContextConfig {
    action?: string
  }
}

function listRoutes(app: FastifyInstance): void {
  app.decorate('routeList', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) app.routeList.push({ method: one, url, action: config?.action })
  })
}

export const houseGuard: Guard = { admit, noteRead, noteRefusal }

/** The whole HTTP side, not yet listening. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 2 ** 20,
    trustProxy: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
  })
  listRoutes(app)
  await app.register(cookie)
  armour(app)
  answerProblems(app, parts.report)
  const shell: Shell = { ...parts, app, guard: parts.guard ?? houseGuard }
  app.get('/healthz', async () => ({ ready: true }))
  accessRoutes(shell, { vault: vaultOf(parts.vaultKey), demo: parts.demo ?? false })
  liveRoutes(shell)
  roomRoutes(shell)
  personRoutes(shell)
  openingRoutes(shell)
  recordRoutes(shell)
  practiceRoutes(shell)
  intakeRoutes(shell)
  clearanceRoutes(shell)
  courseRoutes(shell)
  integrationRoutes(shell)
  orderRoutes(shell)
  readyRoutes(shell)
  doseRoutes(shell)
  dischargeRoutes(shell)
  await browserRoutes(app, new URL('web/', parts.dist ?? checkoutDist))
  await doorRoutes(shell, parts.drawn ?? drawnFrom(parts.dist ?? checkoutDist))
  safetyRoutes(shell)
  instrumentRoutes(shell)
  consentRoutes(shell)
  preparationRoutes(shell)
  measureRoutes(shell)
  return app
}
