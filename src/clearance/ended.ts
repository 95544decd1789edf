import { hour, type Instant } from '../kernel/instant.ts'
import { promptly } from '../safety/cover.ts'

/**
 * By when what speaks against a journey is looked at: an hour before it [PD], so that nobody sets out for nothing, and never
 * sooner than anyone can look. Undefined where none is planned.
 */
export const beforeJourney = (plannedAt: Instant | null, careNow: Instant): Instant | undefined =>
  plannedAt === null ? undefined : Math.max(plannedAt - hour, careNow + promptly)
