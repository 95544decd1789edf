import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { neutralPage } from '../platform/ui/leaving.web.ts'
import { pageAddress } from './address.ts'
import { slugs } from './slug.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const get = (url: string, headers: Record<string, string> = {}) => clinic.app.inject({ url, headers })

const addresses = (['en', 'es'] as const).flatMap((language) =>
  [...slugs, 'sources' as const].map((slug) => ({ language, url: pageAddress(language, slug) })),
)

describe.each(addresses)('$url', async ({ language, url }) => {
  const reply = await get(url)
  const page = addressesIn(reply.body)

  test('is a page in its language, with a title that says nothing', () => {
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(reply.body).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`))
    expect(reply.body).toContain('<title>Throughline</title>')
  })

  test('sets no cookie and names no other party, but for the way out', () => {
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(page.outside()).toEqual([neutralPage])
  })

  test('keeps health out of every address it links to', () => {
    for (const address of page.addresses())
      expect(address).not.toMatch(/ketamin|kap\b|trauma|depress|psych|therap|suicid|drug/i)
  })

  test('has every source that its marks point at', () => {
    for (const mark of page.addresses().filter((address) => address.startsWith('#source-')))
      expect(page.ids()).toContain(mark.slice(1))
  })

  test('says where help is, and that nobody is watching', () => {
    expect(reply.body).toContain('988')
    expect(reply.body).toContain(language === 'en' ? 'No one is watching' : 'Nadie está mirando')
  })

  test('has one first heading, and leads to the same page in the other language', async () => {
    expect(reply.body.match(/<h1/g)).toHaveLength(1)
    const other = page.addresses().find((address) => address === otherAddress(url))
    expect((await get(other ?? '')).statusCode).toBe(200)
  })

  test('weighs little', async () => {
    const packed = await get(url, { 'accept-encoding': 'gzip, deflate, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload.length).toBeLessThan(16_000)
  })
})

test('a page that has not changed is not sent again', async () => {
  const { etag } = (await get('/learn')).headers
  const again = await get('/learn', { 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('a page there is none of is not found, and says so on a page, in its language', async () => {
  const reply = await get('/es/learn/constructor')
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(reply.body).toContain('<html lang="es"')
  expect(reply.body).toContain('href="/es/learn"')
})

test('the bare address leads to the first page, in the language the browser asks for', async () => {
  expect((await get('/', { 'accept-language': 'es-MX,es;q=0.9' })).headers.location).toBe('/es/learn')
  expect((await get('/', { 'accept-language': 'en' })).headers.location).toBe('/learn')
})

test('nothing about a reader is written down', async () => {
  await get('/learn/risks')
  const { rows } = await clinic.owner.query('select count(*)::int as events from audit_event')
  expect(rows).toEqual([{ events: 0 }])
})

const otherAddress = (url: string) => (url.startsWith('/es') ? url.slice(3) : `/es${url}`)

/** What a page says about addresses, read from its text. */
function addressesIn(html: string) {
  const found = (attribute: string) =>
    [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)
  const addresses = () => ['href', 'src', 'action'].flatMap(found)
  return {
    addresses,
    ids: () => found('id'),
    outside: () => addresses().filter((address) => /^(?:[a-z]+:)?\/\//i.test(address)),
  }
}
