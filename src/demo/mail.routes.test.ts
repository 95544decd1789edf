import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { testVaultKey } from '../app/testing/credentials.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { buildServer } from '../app/server.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { keepDemoMail } from './mail.commands.ts'

const clinic = await openClinic()
const demo = await buildServer({
  db: clinic.db,
  hub: clinic.hub,
  demo: true,
  machineNow: () => clinic.clock.machineNow,
  publicOrigin: () => 'http://localhost',
  vaultKey: testVaultKey,
  report: console.error,
})
afterAll(async () => {
  await demo.close()
  await clinic.close()
})

const mail = (subject: string) => ({
  to: 'ana@people.example',
  subject,
  text: 'Open this: http://localhost/join#x',
})
await inPractice(clinic.db, nobody, (tx) => keepDemoMail(tx, mail('first')))
await inPractice(clinic.db, nobody, (tx) => keepDemoMail(tx, mail('second')))
const read = (app = demo) => app.inject({ url: '/api/demo/mails' })

test('on a demo, whoever opens it reads what would have been sent, newest first', async () => {
  const { mails } = (await read()).json()
  expect(mails.map(({ subject }: { subject: string }) => subject)).toEqual(['second', 'first'])
  expect(mails[0]).toMatchObject({ to: 'ana@people.example', body: 'Open this: http://localhost/join#x' })
})

test('a server that was not started as a demo tells nothing', async () => {
  const reply = await read(clinic.app)
  expect([reply.statusCode, reply.json().kind]).toEqual([404, 'no-such-page'])
  expect(reply.body).not.toContain('ana@')
})

test('where one real practice is, nothing is told either, whatever the server was started as', async () => {
  await clinic.owner.query(`insert into practice (id, name, time_zone) values ($1, 'A real one', 'UTC')`, [
    randomUUID(),
  ])
  const reply = await read()
  expect([reply.statusCode, reply.json().kind]).toEqual([404, 'no-such-page'])
})
