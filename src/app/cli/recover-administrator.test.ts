import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sealOnce, verifyTrail } from '../../audit/seal.commands.ts'
import { minute } from '../../kernel/instant.ts'
import { overTheTrail } from '../../platform/db/door.ts'
import { codeFor, arrivalsAt } from '../testing/arrivals.ts'
import { openBrowser } from '../testing/browser.ts'
import { openClinic, outcomesOf } from '../testing/clinic.ts'
import { throughline, throughlineWith } from '../testing/started.ts'

const clinic = await openClinic()
const folder = mkdtempSync(join(tmpdir(), 'throughline-recover-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await clinic.close()
})
const { owner, clock, people, ask } = clinic
const { member, signedIn, mailsTo, emailOf } = arrivalsAt(clinic)
const sole = await emailOf(people.administrator)

interface Made {
  readonly email: string
  readonly link: string
  readonly expiresAt: string
  readonly told: number
  readonly problem: { readonly kind: string; readonly detail: string }
}

function recover(...typed: string[]): { status: number | null; json: Made; stderr: string } {
  const { status, json, stderr } = throughlineWith(
    { DATABASE_URL: clinic.ownerUrl },
    'recover-administrator',
    ...typed,
    '--json',
    '--data',
    folder,
    '--public-origin',
    'https://care.example',
  )
  return { status, json: json as Made, stderr }
}

const trail = async (action = 'account.renew-by-owner') =>
  (
    await owner.query('select practice_id, roles, outcome from audit_event where action = $1 order by id', [
      action,
    ])
  ).rows.map(
    (row) => `${row.practice_id === clinic.practiceId ? 'practice' : 'house'} ${row.roles} ${row.outcome}`,
  )

const shownTo = async (as: typeof people.administrator) =>
  (await ask(as, '/api/owner-recoveries')).json().unseen

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  await owner.query('truncate owner_recovery cascade; truncate audit_event, audit_seal')
  await owner.query(`update audit_horizon set sealed_below = '0'`)
  await owner.query(`delete from graphile_worker._private_jobs`)
})

test('the only administrator gets a link that works once, and everyone concerned is told', async () => {
  expect((await ask(people.administrator, '/api/staff')).statusCode).toBe(200)
  const made = recover(sole)
  expect([made.status, made.json]).toMatchObject([0, { email: sole, told: 0 }])
  expect(made.json.link).toMatch(/^https:\/\/care\.example\/recover#[\w-]{32}$/)
  expect(Date.parse(made.json.expiresAt) - Date.now()).toBeLessThanOrEqual(60 * minute)
  expect((await ask(people.administrator, '/api/staff')).statusCode).toBe(401)
  expect(await trail()).toEqual(['practice service:owner done', 'house service:owner done'])
  expect((await mailsTo(sole)).map(({ subject }) => subject)).toEqual(['Your sign-in is being renewed'])
  expect(JSON.stringify(await mailsTo(sole))).not.toContain(made.json.link.split('#')[1])

  const token = made.json.link.split('#')[1]!
  const browser = openBrowser(clinic)
  const look = (await browser.send('/api/recover/look', { token })).json()
  expect(look).toMatchObject({ kind: 'renewal', staff: true, email: sole })
  const { sealed, secret } = look.authenticator
  const second = { sealed, code: codeFor(secret, clock.machineNow) }
  const chosen = { token, password: 'the blue kettle hums at four', second }
  expect((await browser.send('/api/recover/renew', chosen)).json().codes).toHaveLength(10)
  expect((await browser.send('/api/staff')).statusCode).toBe(200)
  expect((await openBrowser(clinic).send('/api/recover/look', { token })).json().kind).toBe('link-gone')

  await overTheTrail(clinic.db, sealOnce)
  const verdict = await overTheTrail(clinic.db, (tx) => verifyTrail(tx, []))
  expect(verdict).toMatchObject({ ok: true, unsealed: 0 })
  expect(verdict.checked).toBeGreaterThan(4)
})

test('what was done is shown to administrators and auditors until they say they saw it, and to nobody else', async () => {
  const other = await member(['administrator'])
  const browser = await signedIn(other)
  await owner.query(`update member set disabled_at = now() where id = $1`, [other.who.seatId])
  expect(recover(sole).status).toBe(0)
  await owner.query(`update member set disabled_at = null where id = $1`, [other.who.seatId])
  const [one] = await shownTo(people.auditor)
  expect(one).toMatchObject({ name: 'Member administrator', although: null })
  expect((await browser.send('/api/owner-recoveries')).json().unseen).toHaveLength(1)
  for (const role of ['therapist', 'prescriber', 'monitor', 'coordinator', 'client'] as const)
    expect((await ask(people[role], '/api/owner-recoveries')).statusCode).toBe(403)
  const intentKey = randomUUID()
  const seen = () => ask(people.auditor, `/api/owner-recoveries/${one.id}/seen`, { body: {}, intentKey })
  expect((await seen()).json()).toEqual({ seen: true })
  expect((await seen()).json()).toEqual({ seen: true })
  expect(await outcomesOf(clinic, intentKey)).toEqual(['done', 'repeated'])
  expect(await shownTo(people.auditor)).toEqual([])
  expect((await browser.send('/api/owner-recoveries')).json().unseen).toHaveLength(1)
  const missing = await ask(people.auditor, `/api/owner-recoveries/${randomUUID()}/seen`, { body: {} })
  expect(missing.statusCode).toBe(404)
  await owner.query(`update member set disabled_at = now() where id = $1`, [other.who.seatId])
})

test('where another administrator could do it, it is refused, and the refusal is on the trail', async () => {
  const other = await member(['administrator', 'auditor'])
  const refused = recover(sole)
  expect([refused.status, refused.json]).toMatchObject([2, { problem: { kind: 'another-administrator' } }])
  expect(refused.json.problem.detail).toContain('--although')
  expect(await trail()).toEqual(['house service:owner another-administrator'])
  expect(await mailsTo(sole)).toEqual([])

  const why = 'Robin is on a ship until May and cannot be reached.'
  const made = recover(sole, '--although', why)
  expect([made.status, made.json.told]).toEqual([0, 1])
  expect((await mailsTo(other.email)).map(({ subject }) => subject)).toEqual([
    'Another administrator’s sign-in',
  ])
  expect(await shownTo(people.auditor)).toMatchObject([{ although: why }])
  await owner.query(`update member set disabled_at = now() where id = $1`, [other.who.seatId])
})

test('it is for administrators alone, and changes nothing for anyone else', async () => {
  const email = await emailOf(people.therapist)
  expect(recover(email)).toMatchObject({ status: 2, json: { problem: { kind: 'not-an-administrator' } } })
  expect(recover('nobody@people.example')).toMatchObject({
    status: 2,
    json: { problem: { kind: 'not-found' } },
  })
  expect(await trail()).toEqual(['house service:owner not-an-administrator', 'house service:owner not-found'])
  expect((await ask(people.therapist, '/api/here')).statusCode).toBe(200)
})

test('what is typed wrong is said, and the help says what happens', () => {
  const unreasoned = recover(sole, '--although', 'because')
  expect(unreasoned).toMatchObject({ status: 2, json: { problem: { kind: 'usage' } } })
  expect(recover('robin')).toMatchObject({ status: 2, json: { problem: { kind: 'usage' } } })
  const help = throughline('recover-administrator', '--help')
  expect(help.status).toBe(0)
  expect(help.stdout).toMatch(/EMAIL[\s\S]*never silent[\s\S]*--although REASON/)
  expect(existsSync(join(folder, 'database'))).toBe(false)
})
