import { sql } from 'kysely'
import { table } from '../rule/rule.content.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Mitigation } from './mitigation.ts'

interface About {
  readonly personId: string
  readonly sessionId: string
}
interface Row {
  readonly id: string
  readonly about: string
  readonly words: string
  readonly by: string
  readonly until: Date
  readonly place: number
}

/**
 * Every written promise that holds now and has to be carried out with this person, in this session. A decision that new
 * facts have overtaken is still read out: what was promised makes it no less safe.
 */
export async function mitigationsOf(tx: PracticeTx, about: About, careNow: Instant): Promise<Mitigation[]> {
  const rows = await tx
    .selectFrom(written(tx.actor.practiceId, about, isoOf(careNow)).as('w'))
    .innerJoin('member as m', (on) => on.onRef('m.id', '=', 'w.by'))
    .select(['w.id', 'w.about', 'w.words', 'w.until', 'm.name as byName'])
    .orderBy('w.place')
    .orderBy('w.until')
    .orderBy('w.id')
    .execute()
  return rows.map((row) => ({ ...row, title: titleOf(row.about), until: row.until.getTime() }))
}

const written = (here: string, { personId, sessionId }: About, now: string) => sql<Row>`(
  select id, 'conditions' as about, conditions as words, decided_by as by, valid_until as until, 0 as place from (
    select * from clearance where practice_id = ${here} and person_id = ${personId} order by number desc limit 1
  ) newest where decision = 'clear-with-conditions' and valid_until > ${now}
  union all
  select id, rule, mitigation, written_by, expires_at, 1 from (
    select distinct on (rule) * from finding_override
    where practice_id = ${here} and person_id = ${personId} and expires_at > ${now} order by rule, number desc
  ) found
  union all
  select id, gate, mitigation, decided_by, expires_at, 2 from (
    select distinct on (gate) * from day_decision
    where practice_id = ${here} and session_id = ${sessionId} order by gate, number desc
  ) decided where proceed and expires_at > ${now}
  union all
  select id, 'suicide', mitigation, decided_by, expires_at, 3 from suicide_override
  where practice_id = ${here} and person_id = ${personId} and expires_at > ${now}
)`

const titleOf = (about: string): Mitigation['title'] => table.byId.get(about)?.title ?? null
