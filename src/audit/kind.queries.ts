import { sql } from 'kysely'
import type { OpeningKind } from './opening.ts'

/** What became of a row of the trail, in one word. */
export const kindOfEvent = sql<OpeningKind>`case
  when audit_event.outcome = 'failed' then 'failed'
  when audit_event.outcome not in ('done', 'repeated') then 'refused' when audit_event.effect then 'wrote' else 'read' end`
