import { sql } from 'kysely'
import { historyOf } from '../intake/intake.queries.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { table } from '../rule/rule.content.ts'
import { onFileIn, type Journeyed, type Watch, type WatchFacts } from './watching.ts'

/** What was chosen last for a session; null before a dose. */
export async function watchOf(tx: PracticeTx, sessionId: string): Promise<Watch | null> {
  const row = await tx
    .selectFrom('vitals_plan')
    .select(['plan', 'because'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

interface Asked {
  readonly sessionId: string
  readonly personId: string
  readonly careNow: Instant
}

/** What the choice goes by, as it stands now; nothing where no dose of the session stands. */
export async function watchFactsOf(tx: PracticeTx, asked: Asked): Promise<WatchFacts | undefined> {
  const { given, before, cleared } = await journeyed(tx, asked)
  if (!given) return undefined
  const onFile = onFileIn(await historyOf(tx, asked.personId), table.drugs)
  return { given: known(given), before: before && known(before), cleared: cleared ?? false, onFile }
}

interface Row {
  readonly baseMg: string | number | null
  readonly kind: string | null
}
const known = ({ baseMg, kind }: Row): Journeyed => ({
  baseMg: baseMg === null ? null : Number(baseMg),
  kind,
})

/** Of several doses in one journey the sum; of several ways in or medicines none that can be compared. */
const summed = sql`'baseMg', sum(d.base_mg), 'kind',
  case when count(distinct d.product || ' ' || d.route) = 1 then min(d.product || ' ' || d.route) end`

async function journeyed(tx: PracticeTx, { sessionId, personId, careNow }: Asked) {
  const doses = sql`doses_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid)`
  const brought = sql`brought_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid)`
  const begun = sql`(select min(g.given_at) from ${doses} g where g.session_id = ${sessionId}::uuid)`
  const { given, before, cleared } = await tx
    .selectNoFrom([
      sql<Row | null>`(select json_build_object(${summed}) from ${doses} d
        where d.session_id = ${sessionId}::uuid having count(*) > 0)`.as('given'),
      sql<Row | null>`(select told from (
          select max(d.given_at) as at, json_build_object(${summed}) as told from ${doses} d
          where d.session_id <> ${sessionId}::uuid group by d.session_id having min(d.given_at) < ${begun}
          union all
          select b.latest_at, json_build_object('baseMg', b.base_mg, 'kind', b.product || ' ' || b.route) from ${brought} b
          where b.earliest_at < ${begun}) earlier
        order by at desc limit 1)`.as('before'),
      sql<
        boolean | null
      >`(select c.decision in ('clear', 'clear-with-conditions') and c.valid_until > ${isoOf(careNow)}::timestamptz
        from clearance c where c.practice_id = ${tx.actor.practiceId}::uuid and c.person_id = ${personId}::uuid
        order by c.number desc limit 1)`.as('cleared'),
    ])
    .executeTakeFirstOrThrow()
  return { given, before, cleared }
}
