import { readFileSync } from 'node:fs'

/** Passwords everyone's guesser knows; content/passwords/README.md says where they come from. */
export const commonPasswords: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../content/passwords/common.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean),
)
