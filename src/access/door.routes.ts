import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../kernel/problem.ts'
import type { Entry } from '../platform/db/entry.ts'
import { tokenCookie } from '../platform/http/request.ts'
import type { Asked, Shell } from '../platform/http/serve.ts'
import { deviceOf, networkOf } from './device.ts'
import type { LinkWay } from './notice.commands.ts'
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

/** Kept by a browser that has signed in before. */
export const deviceTokenIn = ({ cookies }: FastifyRequest): string | undefined => cookies[deviceCookie]

export const arrivingFrom = (asked: Asked, means: Means): Arriving => ({
  ...asked,
  means,
  address: networkOf(asked.request.ip),
  device: deviceOf(asked.request.headers['user-agent']),
  deviceToken: deviceTokenIn(asked.request),
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

/**
 * Does what makes a link, and answers it beside the rest where no mail leaves: that once, to whoever made it. What is kept of
 * the intent does not hold it, so a repeated request is answered without.
 */
export async function sendingLink<Made extends object>(
  { shell, means }: Door,
  make: (sending: { origin: string; way: LinkWay }) => Promise<Made>,
): Promise<Made & { link: string | null }> {
  const { vault, origin } = means()
  const handed: { link: string | null } = { link: null }
  const byHand = (link: string) => void Object.assign(handed, { link })
  const made = await make({ origin, way: { vault, byHand: shell.mailLeaves ? undefined : byHand } })
  return { ...made, ...handed }
}
