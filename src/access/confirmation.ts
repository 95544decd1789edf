import { minute } from '../kernel/instant.ts'

/** How long a confirmation may wait for its signature. */
export const confirmationLasts = 2 * minute

export type Factor = 'password' | 'password+totp' | 'passkey'
