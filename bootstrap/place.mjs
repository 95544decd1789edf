import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, wherever it is and wherever we were called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Otherwise a package manager put us here, with everything built and its packages beside us. */
export const isCheckout = existsSync(join(root, 'src'))

/** What the bootstrap keeps for itself; git does not see it. */
export const keep = join(root, '.node')
