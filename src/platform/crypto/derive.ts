import { createHmac, hkdfSync } from 'node:crypto'

/** A key of its own for one purpose, from the vault's (RFC 5869). Whoever has one of them has none of the others. */
export const keyFor = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32))

/** Stands for a text where the text itself must not be: equal texts have equal marks, and nobody without the key can try. */
export const markOf = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex')
