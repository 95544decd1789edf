import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFolders } from '../platform/testing/embedded.ts'
import { testVaultKey } from './testing/credentials.ts'
import { openClinic } from './testing/clinic.ts'
import { throughline, throughlineWith } from './testing/started.ts'
import { proxiesIn } from './proxies.ts'
import { buildServer } from './server.ts'

const places = dataFolders()
const clinic = await openClinic()
const { clock } = clinic
const proxy = '10.1.2.3'
const open = (trustProxy: readonly string[]) =>
  buildServer({
    db: clinic.db,
    hub: clinic.hub,
    machineNow: () => clock.machineNow,
    publicOrigin: () => 'https://care.example',
    vaultKey: testVaultKey,
    trustProxy,
    report: console.error,
  })
const behind = await open(['10.1.0.0/16', '2001:db8::7'])
const alone = await open([])
afterAll(async () => {
  await Promise.all([behind.close(), alone.close()])
  await clinic.close()
  await places.clear()
})

interface From {
  readonly app?: typeof behind
  readonly connection: string
  readonly forwarded?: string
}

/** A wrong password, for someone new each time, so that only the address it comes from is counted. */
async function guess({ app = behind, connection, forwarded }: From): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress: connection,
    headers: { 'idempotency-key': randomUUID(), ...(forwarded && { 'x-forwarded-for': forwarded }) },
    payload: { email: `${randomUUID()}@people.example`, password: 'wrong' },
  })
  return reply.json().kind
}

/** How many wrong tries are counted for an address. */
async function countedAt(address: string): Promise<number> {
  const { rows } = await clinic.owner.query(
    `select wrong from wrong_try where key = sha256(convert_to($1, 'UTF8'))`,
    [`address ${address}`],
  )
  return rows[0]?.wrong ?? 0
}

async function guesses(many: number, from: (turn: number) => From): Promise<void> {
  for (let turn = 0; turn < many; turn += 1) await guess(from(turn))
}

test('two people behind a proxy that is believed do not share a count', async () => {
  const one = { connection: proxy, forwarded: '198.51.100.1' }
  await guess(one)
  expect(await countedAt('198.51.100.1')).toBe(1)
  await clinic.owner.query(`update wrong_try set wrong = 30 where key = sha256(convert_to($1, 'UTF8'))`, [
    'address 198.51.100.1',
  ])
  expect(await guess(one)).toBe('too-many')
  expect(await guess({ connection: proxy, forwarded: '198.51.100.2' })).toBe('not-recognised')
  expect(await guess({ connection: '2001:db8::7', forwarded: '198.51.100.1' })).toBe('too-many')
  expect(await countedAt(proxy)).toBe(0)
})

test('who comes from elsewhere is counted by their connection, whatever they write', async () => {
  await guesses(3, (turn) => ({ connection: '203.0.113.5', forwarded: `198.51.100.${turn + 10}` }))
  expect(await countedAt('203.0.113.5')).toBe(3)
  expect(await countedAt('198.51.100.10')).toBe(0)
})

test('what a person writes before the proxy’s own word is not believed', async () => {
  await guesses(3, (turn) => ({ connection: proxy, forwarded: `192.0.2.${turn + 1}, 203.0.113.99` }))
  expect(await countedAt('203.0.113.99')).toBe(3)
  expect(await countedAt('192.0.2.1')).toBe(0)
})

test('with no proxy named, nobody’s word is taken', async () => {
  await guesses(3, (turn) => ({ app: alone, connection: '10.1.9.9', forwarded: `192.0.2.${turn + 1}` }))
  expect(await countedAt('10.1.9.9')).toBe(3)
  expect(await countedAt('192.0.2.1')).toBe(0)
})

test('a proxy that is met over IPv6 with its IPv4 address is the same proxy', async () => {
  await guesses(2, () => ({ connection: `::ffff:${proxy}`, forwarded: '198.51.100.201' }))
  expect(await countedAt('198.51.100.201')).toBe(2)
})

describe('what may be named', () => {
  test.each([
    ['', []],
    ['127.0.0.1', ['127.0.0.1']],
    [' 10.0.0.0/8 , fd00::/8,::1 ', ['10.0.0.0/8', 'fd00::/8', '::1']],
  ])('%s', (said, proxies) => expect(proxiesIn(said)).toEqual(proxies))

  test.each([
    'true',
    'loopback',
    'care.example',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1',
    '128.0.0.0/7',
    '::/6',
    '::/8',
    '::ffff:0:0/96',
    '0:0:0:0:0:ffff::/97',
    '::fffe:0:0/95',
    '::ffff:128.0.0.0/100',
    '10.1.2.3,',
    '10.1/16',
    '1.2.3.4/8/8',
    'fe80::1%eth0',
  ])('%s is refused', (said) => expect(() => proxiesIn(said)).toThrow(/is no address or network of a proxy/))

  test('a wrong word on the command line, or around it, is said before anything starts', () => {
    const data = places.make()
    const typed = throughline('start', '--empty', '--data', data, '--trust-proxy', 'everyone')
    expect(typed).toMatchObject({ status: 2, json: { problem: { kind: 'not-a-proxy' } } })
    const set = throughlineWith({ THROUGHLINE_TRUST_PROXY: '0.0.0.0/0' }, 'start', '--empty', '--data', data)
    expect(set).toMatchObject({ status: 2, json: { problem: { kind: 'not-a-proxy' } } })
    expect(set.stderr).toContain('0.0.0.0/0 is no address or network of a proxy.')
  })
})
