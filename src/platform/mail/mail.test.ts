import { afterAll, expect, test, vi } from 'vitest'
import { nobody, inPractice } from '../db/door.ts'
import { startWorker } from '../jobs/jobs.ts'
import { cloneDatabase } from '../testing/clone.ts'
import { startCatcher } from './catcher.ts'
import { vaultOf } from '../crypto/vault.ts'
import { type Mail, mailOf, mailTask, openPost, queueMail, queueSealed, type WaitingMail } from './mail.ts'

const database = await cloneDatabase()
const vault = vaultOf(Buffer.alloc(32, 7))
const caught: Mail[] = []
const catcher = await startCatcher(async (mail) => void caught.push(mail))
const post = openPost(catcher.url, 'Throughline <no-reply@practice.example>')
const tasks = { [mailTask]: (waiting: unknown) => post.send(mailOf(waiting as WaitingMail, vault)) }
let worker = await startWorker({ ownerUrl: database.ownerUrl, tasks, report: console.error })
afterAll(async () => {
  await worker.stop()
  post.close()
  await catcher.stop()
  await database.close()
})

const mail = (to: string): Mail => ({
  to,
  subject: 'You have an update',
  text: 'Sign in to see it. Gracias, señora.',
})

test('a mail leaves once its transaction has committed, and arrives whole', async () => {
  await inPractice(database.db, nobody, (tx) => queueMail(tx, mail('ana@people.example')))
  await vi.waitUntil(() => caught.length > 0, { timeout: 30_000 })
  expect(caught).toEqual([
    { ...mail('ana@people.example'), text: expect.stringContaining('Gracias, señora.') },
  ])
})

test('a mail whose transaction was undone never leaves', async () => {
  const undone = inPractice(database.db, nobody, async (tx) => {
    await queueMail(tx, mail('nobody@people.example'))
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await inPractice(database.db, nobody, (tx) => queueMail(tx, mail('later@people.example')))
  await vi.waitUntil(() => caught.some(({ to }) => to === 'later@people.example'), { timeout: 30_000 })
  expect(caught.map(({ to }) => to)).not.toContain('nobody@people.example')
})

test('a secret in a mail lies sealed on the list, opens for its key and its reader alone, and arrives', async () => {
  await worker.stop()
  const link = 'https://care.example/join#a-secret'
  await inPractice(database.db, nobody, (tx) =>
    queueSealed(tx, { ...mail('sealed@people.example'), text: link }, vault),
  )
  const { rows } = await database.owner.query<{ payload: WaitingMail }>(
    `select payload from graphile_worker._private_jobs where payload ->> 'to' = 'sealed@people.example'`,
  )
  const [{ payload } = { payload: undefined }] = rows
  if (!payload) throw new Error('nothing waits')
  expect(JSON.stringify(payload)).not.toContain('a-secret')
  expect(() => mailOf(payload, vaultOf(Buffer.alloc(32, 8)))).toThrow('authenticate')
  expect(() => mailOf({ ...payload, to: 'other@people.example' }, vault)).toThrow('authenticate')
  worker = await startWorker({ ownerUrl: database.ownerUrl, tasks, report: console.error })
  await vi.waitUntil(() => caught.some(({ to }) => to === 'sealed@people.example'), { timeout: 30_000 })
  expect(caught.at(-1)?.text).toContain(link)
})
