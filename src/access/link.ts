import { day, hour } from '../kernel/instant.ts'

/** How long each kind of link works; every one works once. */
export const linkLasts = { invitation: 7 * day, newPassword: hour, renewal: day, byOwner: hour }

/** The secret is behind the `#`: browsers keep it to themselves, so no server and no log ever sees it. */
export const joinLink = (origin: string, token: string): string => `${origin}/join#${token}`
export const recoverLink = (origin: string, token: string): string => `${origin}/recover#${token}`
