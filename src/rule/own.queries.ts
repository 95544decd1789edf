import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { ownRulesAt, type Proposal } from './own.ts'
import { table } from './rule.content.ts'
import type { Table } from './table.ts'

/** Everything that was ever proposed of the rules in a practice, in the order in which it was signed: to be read along with other facts. */
export const proposalsIn = (practiceId: string) => sql<readonly Proposal[]>`(
  select coalesce(json_agg(json_build_object('id', p.id, 'rules', p.rules, 'by', coalesce(m.name, ''), 'signedAt', as_ms(p.signed_at),
    'alone', p.alone, 'withdrawnAt', as_ms(w.withdrawn_at),
    'second', case when s.id is not null then json_build_object('by', coalesce(n.name, ''), 'at', as_ms(s.signed_at)) end)
    order by p.number), '[]')
  from rule_proposal p
  left join member m on m.practice_id = p.practice_id and m.id = p.signed_by
  left join rule_proposal_second s on s.practice_id = p.practice_id and s.proposal_id = p.id
  left join member n on n.practice_id = s.practice_id and n.id = s.signed_by
  left join rule_proposal_withdrawal w on w.practice_id = p.practice_id and w.proposal_id = p.id
  where p.practice_id = ${practiceId}::uuid)`

/** The one table of rules, with what this practice has made of it by a moment. */
export const tableHere = (proposals: readonly Proposal[], at: Instant): Table =>
  proposals.length === 0 ? table : { ...table, own: ownRulesAt(proposals, at) }

/** Why each was proposed, and by whom: what only the page of the rules shows. */
export interface Written {
  readonly id: string
  readonly reason: string
  readonly signedBy: string
}

export async function proposalsWritten(
  tx: PracticeTx,
): Promise<{ proposals: readonly Proposal[]; written: ReadonlyMap<string, Written> }> {
  const row = await tx
    .selectNoFrom([
      proposalsIn(tx.actor.practiceId).as('proposals'),
      sql<
        Written[]
      >`(select coalesce(json_agg(json_build_object('id', p.id, 'reason', p.reason, 'signedBy', p.signed_by)), '[]')
        from rule_proposal p where p.practice_id = ${tx.actor.practiceId}::uuid)`.as('written'),
    ])
    .executeTakeFirstOrThrow()
  return { proposals: row.proposals, written: new Map(row.written.map((one) => [one.id, one])) }
}

/**
 * Holds the rules of this practice until the transaction ends: whoever changes them and whoever releases a dose by them wait for each
 * other. Answers the clock of care now that they are held. A call's own `careNow` is when it began: someone else's change that it had to
 * wait for may be later than that, and counts.
 */
export async function heldRules(tx: PracticeTx, changing: boolean): Promise<Instant> {
  const { at } = await tx
    .selectNoFrom((of) => of.fn<Date>('hold_rules', [of.val(changing)]).as('at'))
    .executeTakeFirstOrThrow()
  return at.getTime()
}
