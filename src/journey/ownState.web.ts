import type { output } from 'zod/v4/core'
import type { readOwnReady } from './ready.contract.ts'

export type Own = output<typeof readOwnReady.reply>
