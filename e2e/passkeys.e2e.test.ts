import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, signIn } from './signing-in.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let player: Player
let page: Page
let device: Device
let password: string

const email = 'daniel@demo.example'

interface Device {
  readonly cdp: CDPSession
  readonly authenticatorId: string
}

/** A real Chromium with a device that keeps passkeys and knows its owner by finger, as far as the browser can tell. */
async function withDevice(at: Page): Promise<Device> {
  const cdp = await at.context().newCDPSession(at)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  player = await stage.enter({ viewport: { width: 390, height: 844 } })
  player.context.setDefaultTimeout(25_000)
  ;({ page } = player)
  device = await withDevice(page)
  await signIn(stage, player, email)
  const { people } = await get<{ people: { email: string; password: string }[] }>(player, '/api/demo/people')
  password = people.find((one) => one.email === email)!.password
}, 120_000)
afterAll(() => stage.close())

const knowsOwner = (isUserVerified: boolean) => {
  const { cdp, authenticatorId } = device
  return cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
}

const button = (name: string | RegExp) => page.getByRole('button', { name })

/** What the page sent when it last signed in with a passkey. */
const sent: { body?: string } = {}

async function signInWithPasskey(): Promise<void> {
  const asked = page.waitForRequest('**/api/sign-in/passkey')
  await button('Sign in with a passkey').click()
  sent.body = (await asked).postData() ?? ''
}

const reply = (at: Page, body: string) =>
  at.evaluate(async (content) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch('/api/sign-in/passkey', { method: 'POST', headers, body: content })
    return { status: answer.status, kind: (await answer.json()).kind }
  }, body)

test('a client makes a passkey on their own page, and shows first that it is them', async () => {
  await page.goto('/me')
  await page.getByRole('link', { name: 'My sign-in' }).click()
  await button('Add a passkey').click()
  await button('Make a passkey').click()
  await button('Keep this passkey').click()
  await page.getByRole('dialog').getByLabel('Password').fill(password)
  await button('Go on').click()
  await page.getByText('Not used yet').waitFor()
  const { credentials } = await device.cdp.send('WebAuthn.getCredentials', {
    authenticatorId: device.authenticatorId,
  })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
  const { rows } = await stage.owner.query(
    `select p.credential_id from passkey p join account a on a.id = p.account_id where a.email = $1 and p.until is null`,
    [email],
  )
  expect(rows.map((row) => Buffer.from(row.credential_id, 'base64url').toString('base64'))).toEqual(
    credentials.map(({ credentialId }) => credentialId),
  )
})

test('it signs them in by itself, without an address or a password', async () => {
  await button('Sign out').last().click()
  await page.getByText('You are signed out.').waitFor()
  await signInWithPasskey()
  await page.waitForURL('**/me')
  const { factors } = await get<{ factors: { passkeys: number } }>(player, '/api/account')
  expect(factors.passkeys).toBe(1)
})

test('the same answer a second time lets nobody in, here or elsewhere', async () => {
  const thief = await stage.enter()
  await thief.page.goto('/sign-in')
  expect(await reply(thief.page, sent.body!)).toEqual({ status: 401, kind: 'not-recognised' })
  expect(await thief.page.evaluate(async () => (await fetch('/api/account')).status)).toBe(401)
  await thief.context.close()
})

test('a device that does not know its owner lets nobody in: the page says so, and stays', async () => {
  await page.goto('/account')
  await button('Sign out').last().click()
  await page.getByText('You are signed out.').waitFor()
  await knowsOwner(false)
  await button('Sign in with a passkey').click()
  await page.getByText('The passkey did not answer.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test('an answer made without knowing the owner is refused by the server, whatever page asked for it', async () => {
  await knowsOwner(false)
  const body = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const question = await (
      await fetch('/api/sign-in/passkey/ask', { method: 'POST', headers, body: '{}' })
    ).json()
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    const text = (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
    const made = (await navigator.credentials.get({
      publicKey: { challenge: bytes(question.challenge), userVerification: 'discouraged' },
    })) as PublicKeyCredential
    const { clientDataJSON, authenticatorData, signature } = made.response as AuthenticatorAssertionResponse
    const response = {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
    }
    const { id } = made
    return JSON.stringify({
      answer: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    })
  })
  expect(await reply(page, body)).toEqual({ status: 401, kind: 'not-recognised' })
})

test('with the owner known it is proof for a change, too: the passkey itself takes its leave', async () => {
  await knowsOwner(true)
  await page.goto('/sign-in')
  await signInWithPasskey()
  await page.waitForURL('**/me')
  await page.goto('/account')
  await button(/^Take away/)
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /passkey/i })
    .click()
  await page.getByText('The passkey is gone.').waitFor()
  await button('Sign out').last().click()
  await page.getByText('You are signed out.').waitFor()
  await signInWithPasskey()
  await page.getByRole('alert').first().waitFor()
  expect(await page.evaluate(async () => (await fetch('/api/account')).status)).toBe(401)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', async () =>
  expect(await stage.demandDiscretion()).toBeUndefined())
