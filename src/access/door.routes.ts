import type { CookieSerializeOptions } from '@fastify/cookie'
import { Problem } from '../kernel/problem.ts'
import type { Entry } from '../platform/db/entry.ts'
import { tokenCookie } from '../platform/http/request.ts'
import type { Asked, Shell } from '../platform/http/serve.ts'
import { deviceOf, networkOf } from './device.ts'
import type { Means } from './passkey.commands.ts'
import type { Arriving } from './signin.commands.ts'

const deviceCookie = '__Host-throughline-device'
const year = 365 * 24 * 60 * 60

/** Host-only, over TLS, out of reach of scripts and of other sites. Gone with the browser unless `maxAge` says otherwise. */
export const kept: CookieSerializeOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' }

/** What every route of this slice works with. */
export interface Door {
  readonly shell: Shell
  readonly means: () => Means
  /** The server was started as a demo. */
  readonly demo: boolean
}

export const arrivingFrom = (asked: Asked, means: Means): Arriving => ({
  ...asked,
  means,
  address: networkOf(asked.request.ip),
  device: deviceOf(asked.request.headers['user-agent']),
  deviceToken: asked.request.cookies[deviceCookie],
  hand: (token, deviceToken) => {
    asked.reply.setCookie(tokenCookie, token, kept)
    if (deviceToken) asked.reply.setCookie(deviceCookie, deviceToken, { ...kept, maxAge: year })
  },
})

export function entryOf({ entry }: Asked) {
  if (!entry) throw new Problem('not-signed-in')
  return entry
}

export function accountIdOf({ actor }: Entry): string {
  if (!actor.accountId) throw new Problem('not-signed-in')
  return actor.accountId
}
