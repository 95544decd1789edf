import { afterAll, expect, test, vi } from 'vitest'
import { nobody, inPractice } from '../db/door.ts'
import { startWorker } from '../jobs/jobs.ts'
import { cloneDatabase } from '../testing/clone.ts'
import { startCatcher } from './catcher.ts'
import { mailTask, openPost, queueMail, type Mail } from './mail.ts'

const database = await cloneDatabase()
const caught: Mail[] = []
const catcher = await startCatcher(async (mail) => void caught.push(mail))
const post = openPost(catcher.url, 'Throughline <no-reply@practice.example>')
const worker = await startWorker({
  ownerUrl: database.ownerUrl,
  tasks: { [mailTask]: (mail) => post.send(mail as Mail) },
  report: console.error,
})
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
  await vi.waitUntil(() => caught.length > 0, { timeout: 5_000 })
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
  await vi.waitUntil(() => caught.some(({ to }) => to === 'later@people.example'), { timeout: 5_000 })
  expect(caught.map(({ to }) => to)).not.toContain('nobody@people.example')
})
