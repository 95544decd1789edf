import type { FastifyInstance } from 'fastify'

const policy = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

export type PagePolicy = Partial<Record<keyof typeof policy, "'none'">>

/** What a page may load and where it may send; a page may ask to be held tighter, never looser. */
export const pagePolicy = (tighter: PagePolicy = {}): string =>
  Object.entries({ ...policy, ...tighter })
    .map((rule) => rule.join(' '))
    .join('; ')

/** What every answer carries: nothing from elsewhere, no framing, no address leaks, no sniffing. */
export const armourHeaders = {
  'content-security-policy': pagePolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), payment=(), usb=(), microphone=(self)',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * On leaving: nothing that was loaded is left in the browser, nor a page that "back" would show again. Never `"storage"`: what waits
 * on this device to be sent is the only record that it happened (src/platform/offline), and what was shown is forgotten by the
 * page itself. Never `"cookies"`: the door says itself which of its own it takes away.
 */
export const emptied = ['clear-site-data', '"cache"'] as const

export function armour(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(armourHeaders))
}
