import { hour, minute } from '../kernel/instant.ts'

/** However busy, nobody stays signed in for longer. */
export const loginLasts = 12 * hour

/** Staff are out after fifteen minutes alone, clients after twenty; `enter` in the database decides. */
export const idle = { client: 20 * minute, member: 15 * minute, guest: 15 * minute }

/** Not heard of for longer, a session room no longer stays signed in for itself; `enter_room` in the database decides. */
export const roomSilence = hour
export const longestIdle = idle.client
