import type { FastifyInstance } from 'fastify'
import type { Task } from 'graphile-worker'
import { newSetUpCode } from '../access/setup.commands.ts'
import { startForgetting } from '../access/tries.commands.ts'
import { keepDemoMail } from '../demo/mail.commands.ts'
import { type Vault, vaultOf } from '../platform/crypto/vault.ts'
import { openDb, type Db } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { sealWith } from '../platform/db/marks.ts'
import { wakeForContent } from '../measure/wake.commands.ts'
import { prepareJobs, startWorker } from '../platform/jobs/jobs.ts'
import { openHub } from '../platform/live/hub.ts'
import { type Mail, mailKeeps, mailOf, mailTask, openPost, type WaitingMail } from '../platform/mail/mail.ts'
import { startBeating } from '../safety/ladder.commands.ts'
import { openCheckpoints } from './checkpoints.ts'
import { startGatherer } from './gatherer.ts'
import { startSealer } from './sealer.ts'
import { buildServer } from './server.ts'
import { tasks } from './tasks.ts'
import { heldVaultKey } from './vault-key.ts'

export interface HousePlan {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Keys and checkpoints live here, outside the database. */
  readonly dataFolder: string
  readonly publicOrigin: () => string
  /** Where mail leaves by; in a demo it is caught on this machine instead. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly demo: boolean
  /** The proxies in front whose word is taken for where a request came from. */
  readonly trustProxy?: readonly string[]
  readonly machineNow: () => number
  readonly report: (error: unknown, requestId?: string) => void
}

export interface House {
  readonly app: FastifyInstance
  readonly db: Db
  /** The code that sets up a house where nobody works yet, to be printed where only its owner looks. */
  setUpCode(): Promise<string | undefined>
  /** Takes no more requests, finishes what it has begun, and leaves the database as it found it. */
  stop(): Promise<void>
}

/** Everything that runs in one server process, on a database that is migrated; not yet listening. */
export async function openHouse(plan: HousePlan): Promise<House> {
  const vaultKey = await heldVaultKey(plan)
  await prepareJobs(plan.ownerUrl)
  const db = openDb(plan.appUrl)
  sealWith(db, vaultKey)
  const hub = await openHub(db, plan.appUrl, plan.report)
  const sealer = startSealer({ db, checkpoints: openCheckpoints(plan.dataFolder), report: plan.report })
  const mailLeaves = leavesFrom(plan)
  const vault = vaultOf(vaultKey)
  const mail = whenThereIsMail(() => openMail(plan, db))
  const worker = await startWorker({
    ownerUrl: plan.ownerUrl,
    tasks: {
      ...tasks({ ...plan, db, mailLeaves, vault }),
      // Where none leaves, what is on the list waits there untried, and is told of.
      ...(mailLeaves && { [mailTask]: sendingWith(mail, vault) }),
    },
    report: plan.report,
  })
  await inPractice(db, nobody, startBeating)
  await inPractice(db, nobody, wakeForContent)
  await inPractice(db, nobody, startForgetting)
  const gatherer = startGatherer(db, plan.report)
  const app = await buildServer({ ...plan, db, hub, vaultKey, mailLeaves })
  return {
    app,
    db,
    setUpCode: () => inPractice(db, nobody, (tx) => newSetUpCode(tx, plan.machineNow())),
    async stop() {
      await app.close()
      await gatherer.stop()
      await worker.stop()
      await mail.stop()
      await hub.stop()
      await sealer.stop()
      await db.destroy()
    },
  }
}

/** Whether mail can leave, or be caught by the demo. */
const leavesFrom = ({ demo, smtpUrl }: Pick<HousePlan, 'demo' | 'smtpUrl'>): boolean =>
  demo || smtpUrl !== undefined

const sendingWith =
  (mail: MailWay, vault: Vault): Task =>
  async (waiting, { job }) => {
    // What has waited longer tells of what is over: it is struck off the list, where it was told of all the while.
    if (Date.now() - job.created_at.getTime() > mailKeeps) return
    await mail.send(mailOf(waiting as WaitingMail, vault))
  }

interface MailWay {
  send(mail: Mail): Promise<void>
  stop(): Promise<void>
}

/** Mail is rare and its parts are many: they are loaded for the first letter. */
function whenThereIsMail(open: () => Promise<MailWay>): MailWay {
  let opened: Promise<MailWay> | undefined
  return {
    async send(letter) {
      opened ??= open()
      await (await opened).send(letter)
    },
    stop: async () => (await opened)?.stop(),
  }
}

async function openMail({ demo, smtpUrl, mailFrom }: HousePlan, db: Db): Promise<MailWay> {
  const catcher = demo ? await catcherFor(db) : undefined
  const url = catcher?.url ?? smtpUrl
  if (!url)
    return { send: () => Promise.reject(new Error('no mail server is set: SMTP_URL')), stop: async () => {} }
  const post = openPost(url, mailFrom)
  return {
    send: post.send,
    async stop() {
      await post.close()
      await catcher?.stop()
    },
  }
}

async function catcherFor(db: Db) {
  const { startCatcher } = await import('../platform/mail/catcher.ts')
  return startCatcher((mail) => inPractice(db, nobody, (tx) => keepDemoMail(tx, mail)))
}
