import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { admit } from '../access/access.queries.ts'
import { accessRoutes } from '../access/access.routes.ts'
import { noteFailure, noteRead, noteRefusal } from '../audit/audit.commands.ts'
import { openingRoutes } from '../audit/opening.routes.ts'
import { trailRoutes } from '../audit/trail.routes.ts'
import { clearanceRoutes } from '../clearance/clearance.routes.ts'
import { courseRoutes } from '../course/course.routes.ts'
import { intakeRoutes } from '../intake/intake.routes.ts'
import { integrationRoutes } from '../integration/integration.routes.ts'
import { demoMailRoutes } from '../demo/mail.routes.ts'
import { minute, type Instant } from '../kernel/instant.ts'
import { journeysRoutes } from '../journey/journeys.routes.ts'
import { broughtRoutes } from '../brought/brought.routes.ts'
import { departureRoutes } from '../journey/departure.routes.ts'
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
import { sealWith } from '../platform/db/marks.ts'
import type { Hub } from '../platform/live/hub.ts'
import { armour } from '../platform/http/armour.ts'
import { answerNoRequest, answerProblems, answerUnroutable } from '../platform/http/problems.ts'
import type { Guard, Shell } from '../platform/http/serve.ts'
import { consentRoutes } from '../consent/consent.routes.ts'
import { paperRoutes } from '../consent/paper.routes.ts'
import { waitRoutes } from '../consent/wait.routes.ts'
import { instrumentRoutes } from '../instrument/instrument.routes.ts'
import { ratingRoutes } from '../instrument/rating.routes.ts'
import { tabletRoutes } from '../instrument/tablet.routes.ts'
import { practiceRoutes } from '../practice/practice.routes.ts'
import { measureRoutes } from '../measure/measure.routes.ts'
import { outcomeRoutes } from '../measure/outcome.routes.ts'
import { formRoutes } from '../form/form.routes.ts'
import { protocolRoutes } from '../protocol/protocol.routes.ts'
import { directorRoutes } from '../director/director.routes.ts'
import { libraryRoutes } from '../rule/library.routes.ts'
import { markRoutes } from '../instrument/mark.routes.ts'
import { mirrorRoutes } from '../instrument/mirror.routes.ts'
import { packRoutes } from '../instrument/pack.routes.ts'
import { wordingRoutes } from '../instrument/wording.routes.ts'
import { scheduleRoutes } from '../measure/schedule.routes.ts'
import { preparationRoutes } from '../preparation/preparation.routes.ts'
import { noteRoutes } from '../record/note.routes.ts'
import { recordRoutes } from '../record/export.routes.ts'
import { deskRoutes } from '../find/desk.routes.ts'
import { planRoutes } from '../safety/plan.routes.ts'
import { tellingRoutes } from '../telling/telling.routes.ts'
import { safetyRoutes } from '../safety/safety.routes.ts'

export interface ServerParts {
  readonly db: Db
  readonly hub: Hub
  readonly machineNow: () => Instant
  readonly publicOrigin: () => string
  /** Seals small secrets at rest; see platform/crypto/key.ts. */
  readonly vaultKey: Buffer
  /** Addresses and networks of the proxies in front: theirs is the only word taken for where a request came from. */
  readonly trustProxy?: readonly string[]
  /** Whether a mail can leave this server, or be caught by its demo; it can unless told otherwise. */
  readonly mailLeaves?: boolean
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

export const houseGuard: Guard = { admit, noteRead, noteRefusal, noteFailure }

/** With no proxy named, nobody's word is taken but the connection's own. */
const believed = (proxies: readonly string[] = []): string[] | false =>
  proxies.length > 0 ? [...proxies] : false

const openFastify = (parts: ServerParts): FastifyInstance =>
  Fastify({
    bodyLimit: 2 ** 20,
    trustProxy: believed(parts.trustProxy),
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    // A whole request, a form with a file on a slow line too, has come within this or is let go; streams only answer.
    requestTimeout: 2 * minute,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerNoRequest,
  })

/** The whole HTTP side, not yet listening. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  sealWith(parts.db, parts.vaultKey)
  const app = openFastify(parts)
  listRoutes(app)
  await app.register(cookie)
  armour(app)
  const shell: Shell = {
    ...parts,
    app,
    guard: parts.guard ?? houseGuard,
    mailLeaves: parts.mailLeaves ?? true,
  }
  answerProblems(app, shell)
  app.get('/healthz', async () => ({ ready: true }))
  accessRoutes(shell, { vault: vaultOf(parts.vaultKey), demo: parts.demo ?? false })
  demoMailRoutes(shell, parts.demo ?? false)
  liveRoutes(shell)
  roomRoutes(shell)
  personRoutes(shell)
  openingRoutes(shell)
  trailRoutes(shell)
  recordRoutes(shell)
  noteRoutes(shell, parts.vaultKey)
  practiceRoutes(shell)
  intakeRoutes(shell)
  clearanceRoutes(shell)
  courseRoutes(shell)
  integrationRoutes(shell)
  orderRoutes(shell)
  readyRoutes(shell)
  doseRoutes(shell)
  dischargeRoutes(shell)
  departureRoutes(shell)
  broughtRoutes(shell)
  paperRoutes(shell)
  journeysRoutes(shell)
  await browserRoutes(app, new URL('web/', parts.dist ?? checkoutDist))
  await doorRoutes(shell, parts.drawn ?? drawnFrom(parts.dist ?? checkoutDist))
  safetyRoutes(shell)
  planRoutes(shell)
  tellingRoutes(shell)
  deskRoutes(shell)
  asksAndMeasures(shell, parts.vaultKey)
  consentRoutes(shell, parts.vaultKey)
  waitRoutes(shell)
  preparationRoutes(shell)
  rulesAndProtocols(shell)
  return app
}

/** By what care is given here, and who signs it. */
function rulesAndProtocols(shell: Shell): void {
  libraryRoutes(shell)
  protocolRoutes(shell)
  directorRoutes(shell)
}

/** What is asked, how it counts, and what it comes to. */
function asksAndMeasures(shell: Shell, vaultKey: ServerParts['vaultKey']): void {
  instrumentRoutes(shell)
  ratingRoutes(shell)
  tabletRoutes(shell, vaultKey)
  measureRoutes(shell)
  outcomeRoutes(shell)
  scheduleRoutes(shell)
  wordingRoutes(shell)
  packRoutes(shell)
  markRoutes(shell)
  mirrorRoutes(shell)
  formRoutes(shell)
}
