import { createHash } from 'node:crypto'

/** SHA-256 of a text. `digestOf` in http/digest.web.ts says the same in the browser, in hex. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
