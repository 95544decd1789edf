import { sql } from 'kysely'
import type { Doubt } from '../journey/facts.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { arrivedLater } from './saidAt.ts'
import type { RiskLevel, ScreenRaised, SuicideFacts } from './suicide.ts'

export interface AskedCheck {
  readonly id: string
  readonly answer: SuicideFacts['checks'][number]['answer']
  readonly askedAt: Instant
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
  readonly askedBy: string
}

export interface SafetyPlan {
  readonly id: string
  readonly warningSigns: string
  readonly onMyOwn: string
  readonly peopleAndPlaces: string
  readonly peopleToAsk: string
  readonly professionals: string
  readonly surroundings: string
  readonly madeAt: Instant
  readonly madeWith: string
}

export interface Formulation {
  readonly id: string
  readonly level: RiskLevel
  readonly speaksFor: string
  readonly protects: string
  readonly couldChange: string
  readonly nextSteps: string
  readonly madeAt: Instant
  readonly madeBy: string
}

export interface SuicideRecord {
  readonly facts: SuicideFacts
  readonly checks: readonly AskedCheck[]
  readonly plan: SafetyPlan | null
  readonly formulations: readonly Formulation[]
}

/** What the gate is decided from, with names; newest first. */
export async function suicideRecordOf(tx: PracticeTx, personId: string): Promise<SuicideRecord> {
  const { practiceId } = tx.actor
  const checks = await tx
    .selectFrom('suicide_check')
    .innerJoin('member', 'member.id', 'suicide_check.asked_by')
    .select(['suicide_check.id', 'answer', 'asked_at', 'arrived_at', 'doubt', 'counts_at', 'member.name'])
    .where('suicide_check.practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .orderBy(sql`coalesce(counts_at, asked_at)`, 'desc')
    .orderBy('suicide_check.id', 'desc')
    .execute()
  const overrides = await tx
    .selectFrom('suicide_override')
    .select(['check_id', 'decided_at', 'expires_at'])
    .where('practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .execute()
  const plans = await plansOf(tx, personId)
  const formulations = await formulationsOf(tx, personId)
  return {
    formulations,
    checks: checks.map(({ id, answer, asked_at, arrived_at, doubt, name }) => ({
      id,
      answer,
      askedAt: asked_at.getTime(),
      arrivedAt: arrivedLater(asked_at.getTime(), arrived_at?.getTime() ?? null),
      doubt,
      askedBy: name,
    })),
    plan: plans[0] ?? null,
    facts: {
      checks: checks.flatMap(({ id, answer, counts_at }) =>
        counts_at === null ? [] : [{ id, answer, askedAt: counts_at.getTime() }],
      ),
      overrides: overrides.map((row) => ({
        checkId: row.check_id,
        decidedAt: row.decided_at.getTime(),
        expiresAt: row.expires_at.getTime(),
      })),
      plansMadeAt: plans.map(({ madeAt }) => madeAt),
      screens: await screensRaised(tx, personId),
      formulations: formulations.map(({ level, madeAt }) => ({ level, madeAt })),
    },
  }
}

/** What the suicide screen called for, each at the moment it came here; `screens_raised` in SQL, of whatever moment. */
async function screensRaised(tx: PracticeTx, personId: string): Promise<ScreenRaised[]> {
  const rows = await tx
    .selectFrom(sql<{ at: Date; now: boolean }>`screens_raised(${personId}, 'infinity')`.as('s'))
    .select(['s.at', 's.now'])
    .execute()
  return rows.map(({ at, now }) => ({ at: at.getTime(), now }))
}

/** Newest first. */
async function formulationsOf(tx: PracticeTx, personId: string): Promise<Formulation[]> {
  const rows = await tx
    .selectFrom('risk_formulation as f')
    .innerJoin('member', 'member.id', 'f.made_by')
    .select([
      'f.id',
      'level',
      'speaks_for',
      'protects',
      'could_change',
      'next_steps',
      'made_at',
      'member.name',
    ])
    .where('f.practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    level: row.level,
    speaksFor: row.speaks_for,
    protects: row.protects,
    couldChange: row.could_change,
    nextSteps: row.next_steps,
    madeAt: row.made_at.getTime(),
    madeBy: row.name,
  }))
}

/** Newest first. */
export async function plansOf(tx: PracticeTx, personId: string): Promise<SafetyPlan[]> {
  const rows = await tx
    .selectFrom('safety_plan')
    .innerJoin('member', 'member.id', 'safety_plan.made_with')
    .selectAll('safety_plan')
    .select('member.name')
    .where('safety_plan.practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    warningSigns: row.warning_signs,
    onMyOwn: row.on_my_own,
    peopleAndPlaces: row.people_and_places,
    peopleToAsk: row.people_to_ask,
    professionals: row.professionals,
    surroundings: row.surroundings,
    madeAt: row.made_at.getTime(),
    madeWith: row.name,
  }))
}
