import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codeFor } from '../app/testing/arrivals.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { minute } from '../kernel/instant.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { newSetUpCode } from './setup.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, db, clock } = clinic

const codeFromTerminal = () => inPractice(db, nobody, (tx) => newSetUpCode(tx, clock.machineNow))
const email = 'first@practice.example'

async function form(code: string, browser = openBrowser(clinic)) {
  const { authenticator } = (await browser.send('/api/set-up/offer', { code, email })).json()
  return {
    code,
    practice: {
      id: randomUUID(),
      name: 'A new one',
      timeZone: 'America/Denver',
      language: 'en',
      phone: null,
    },
    administrator: { id: randomUUID(), name: 'First Person', email },
    password: 'the blue kettle hums at four',
    second: authenticator
      ? { sealed: authenticator.sealed, code: codeFor(authenticator.secret, clock.machineNow) }
      : null,
  }
}

test('a house where somebody works has no set-up code, and cannot be set up', async () => {
  expect(await codeFromTerminal()).toBeUndefined()
  const browser = openBrowser(clinic)
  expect((await browser.send('/api/set-up')).json()).toEqual({ open: false })
  expect((await browser.send('/api/set-up/offer', { code: 'x', email })).json().kind).toBe('already-set-up')
  const body = { ...(await form('x')), second: null }
  expect((await browser.send('/api/set-up', body)).json().kind).toBe('already-set-up')
})

test('an empty house is set up once, by whoever reads the terminal', async () => {
  await owner.query(`set session_replication_role = replica`)
  for (const table of ['seat', 'member', 'person', 'care_team', 'practice', 'login', 'account'])
    await owner.query(`delete from ${table}`)
  await owner.query(`set session_replication_role = origin`)

  const older = await codeFromTerminal()
  const code = (await codeFromTerminal())!
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/)
  expect(JSON.stringify((await owner.query('select * from set_up_code')).rows)).not.toContain(code)
  const browser = openBrowser(clinic)
  expect((await browser.send('/api/set-up')).json()).toEqual({ open: true })

  for (const wrong of ['ABCD-EFGH-JKMN-PQRS', older!])
    expect((await browser.send('/api/set-up/offer', { code: wrong, email })).json().kind).toBe(
      'not-recognised',
    )
  const body = await form(code)
  const bare = { ...body, second: null }
  expect((await browser.send('/api/set-up', bare)).json()).toMatchObject({ fields: [{ path: 'second' }] })
  const nowhere = { ...body, practice: { ...body.practice, timeZone: 'Mars/Olympus' } }
  expect((await browser.send('/api/set-up', nowhere)).json()).toMatchObject({
    fields: [{ path: 'practice.timeZone' }],
  })

  const replies = await Promise.all(
    [form(code), form(code), form(code)].map(async (each) =>
      openBrowser(clinic).send('/api/set-up', await each),
    ),
  )
  expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  const { rows } = await owner.query('select name, demo from practice')
  expect(rows).toEqual([{ name: 'A new one', demo: false }])
  clock.machineNow += minute
  await owner.query('delete from wrong_try')
  expect((await openBrowser(clinic).send('/api/set-up', await form(code))).json().kind).toBe('already-set-up')
  expect(await codeFromTerminal()).toBeUndefined()
})

test('the first administrator is in at once, and may invite others', async () => {
  const browser = openBrowser(clinic)
  await browser.send('/api/sign-in', { email, password: 'the blue kettle hums at four' })
  const { ways } = (
    await browser.send('/api/sign-in', { email, password: 'the blue kettle hums at four' })
  ).json()
  expect(ways).toEqual({ code: true, passkey: false, recoveryCode: true })
  const { rows } = await owner.query(`select roles from member`)
  expect(rows).toEqual([{ roles: ['administrator', 'coordinator'] }])
})
