import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import type { Browser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hour, minute } from '../kernel/instant.ts'
import { hashOf } from '../platform/http/request.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, people } = clinic
const { member, signedIn } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
})

const record = (browser: Browser) => browser.send(`/api/people/${people.client.seatId}`)

describe('one’s own sign-ins', () => {
  test('are listed, and any of them can be ended', async () => {
    const someone = await member()
    const [here, there] = [await signedIn(someone), await signedIn(someone)]
    const { logins } = (await here.send('/api/account/logins')).json()
    const firefoxes = logins.filter(({ device }: { device: string }) => device === 'Firefox · Linux')
    expect(firefoxes.map((login: { here: boolean }) => login.here)).toEqual([false, true])
    const other = firefoxes[0]
    expect((await here.send(`/api/account/logins/${other.id}/end`, {})).statusCode).toBe(200)
    expect((await record(there)).json().kind).toBe('not-signed-in')
    expect((await record(here)).statusCode).toBe(200)
  })

  test('nobody ends another person’s', async () => {
    const [mine, theirs] = [await signedIn(await member()), await signedIn(await member())]
    const [login] = (await theirs.send('/api/account/logins')).json().logins
    expect((await mine.send(`/api/account/logins/${login.id}/end`, {})).statusCode).toBe(404)
    expect((await record(theirs)).statusCode).toBe(200)
  })

  test('all others end at once', async () => {
    const someone = await member()
    const others = [await signedIn(someone), await signedIn(someone)]
    const here = await signedIn(someone)
    await here.send('/api/account/logins/end-others', {})
    expect((await here.send('/api/account/logins')).json().logins).toHaveLength(1)
    for (const other of others) expect((await record(other)).statusCode).toBe(401)
    expect((await record(here)).statusCode).toBe(200)
  })

  test('signing out ends this one, takes the cookie and what was loaded, and not what waits to be sent', async () => {
    const browser = await signedIn(await member())
    const token = browser.token()
    const reply = await browser.send('/api/sign-out', {})
    expect(reply.headers['clear-site-data']).toBe('"cache"')
    expect(browser.token()).toBe('')
    browser.cookies.set('__Host-throughline', token)
    expect((await record(browser)).json().kind).toBe('not-signed-in')
  })

  test('left alone for a quarter of an hour, a member is out; work keeps them in, for twelve hours at most', async () => {
    const browser = await signedIn(await member())
    clock.machineNow += 14 * minute
    expect((await record(browser)).statusCode).toBe(200)
    clock.machineNow += 14 * minute
    expect((await record(browser)).statusCode).toBe(200)
    clock.machineNow += 15 * minute
    expect((await record(browser)).json().kind).toBe('not-signed-in')

    const busy = await signedIn(await member())
    const until = clock.machineNow + 12 * hour
    while (clock.machineNow + 10 * minute < until) {
      clock.machineNow += 10 * minute
      expect((await record(busy)).statusCode).toBe(200)
    }
    clock.machineNow += 10 * minute
    expect((await record(busy)).statusCode).toBe(401)
  })

  test('a page that asks by itself keeps nobody in', async () => {
    const someone = await member()
    const browser = await signedIn(someone)
    for (let turn = 0; turn < 3; turn += 1) {
      clock.machineNow += 7 * minute
      await clinic.ask({ ...someone.who, token: browser.token() }, '/api/account', {
        headers: { 'throughline-unattended': '1' },
      })
    }
    expect((await record(browser)).json().kind).toBe('not-signed-in')
  })

  test('being seen is written down at most once a minute', async () => {
    const browser = await signedIn(await member())
    const seen = async () =>
      (await owner.query('select seen_at from login where token_hash = $1', [hashOf(browser.token())]))
        .rows[0].seen_at
    const first = await seen()
    clock.machineNow += 59_000
    await record(browser)
    expect(await seen()).toEqual(first)
    clock.machineNow += 2_000
    await record(browser)
    expect((await seen()).getTime()).toBe(clock.machineNow)
  })
})
