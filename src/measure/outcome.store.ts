import type { ColumnType } from 'kysely'
import { isoOf } from '../kernel/instant.ts'
import type { Fixed } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Reliable, Threshold } from './change.ts'
import type { OutcomePoint, OutcomeTime } from './outcome.ts'

type Made<T> = ColumnType<T, T, T>

declare module '../platform/db/schema.ts' {
  interface Schema {
    outcome_point: {
      practice_id: Fixed<string>
      course_id: Fixed<string>
      person_id: Fixed<string>
      instrument_id: Fixed<string>
      time: Fixed<OutcomeTime>
      protocol_id: Made<string>
      route: Made<string>
      opens_at: ColumnType<Date, string, string>
      closes_at: ColumnType<Date, string, string>
      baseline: Made<number | null>
      baseline_band: Made<string | null>
      total: Made<number | null>
      answered_at: ColumnType<Date | null, string | null, string | null>
      change: Made<number | null>
      reliable: Made<Reliable>
      response: Made<boolean | null>
      remission: Made<boolean | null>
      rule_id: Made<string | null>
      rule_version: Made<string | null>
      threshold_kind: Made<Threshold['kind'] | null>
      threshold: Made<number | null>
      threshold_source: Made<string | null>
      spread_sd: Made<number | null>
      spread_correlation: Made<number | null>
      spread_population: Made<string | null>
    }
  }
  interface Changeable {
    outcome_point: true
  }
}

export interface PointOf extends OutcomePoint {
  readonly courseId: string
  readonly personId: string
  readonly instrumentId: string
  readonly protocolId: string
  readonly route: string
}

/** Puts them in the place of what was worked out before. */
export async function putPoints(tx: WriteTx, points: readonly PointOf[]): Promise<void> {
  if (points.length === 0) return
  await tx
    .insertInto('outcome_point')
    .values(points.map((point) => ({ ...keyOf(tx, point), ...worked(point) })))
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'instrument_id', 'time', 'course_id']).doUpdateSet((of) => ({
        protocol_id: of.ref('excluded.protocol_id'),
        route: of.ref('excluded.route'),
        opens_at: of.ref('excluded.opens_at'),
        closes_at: of.ref('excluded.closes_at'),
        baseline: of.ref('excluded.baseline'),
        baseline_band: of.ref('excluded.baseline_band'),
        total: of.ref('excluded.total'),
        answered_at: of.ref('excluded.answered_at'),
        change: of.ref('excluded.change'),
        reliable: of.ref('excluded.reliable'),
        response: of.ref('excluded.response'),
        remission: of.ref('excluded.remission'),
        rule_id: of.ref('excluded.rule_id'),
        rule_version: of.ref('excluded.rule_version'),
        threshold_kind: of.ref('excluded.threshold_kind'),
        threshold: of.ref('excluded.threshold'),
        threshold_source: of.ref('excluded.threshold_source'),
        spread_sd: of.ref('excluded.spread_sd'),
        spread_correlation: of.ref('excluded.spread_correlation'),
        spread_population: of.ref('excluded.spread_population'),
      })),
    )
    .execute()
}

const keyOf = (tx: WriteTx, point: PointOf) => ({
  practice_id: tx.actor.practiceId,
  course_id: point.courseId,
  person_id: point.personId,
  instrument_id: point.instrumentId,
  time: point.time,
})

const worked = (point: PointOf) => ({
  protocol_id: point.protocolId,
  route: point.route,
  opens_at: isoOf(point.opensAt),
  closes_at: isoOf(point.closesAt),
  baseline: point.baseline,
  baseline_band: point.baselineBand,
  total: point.total,
  answered_at: point.answeredAt === null ? null : isoOf(point.answeredAt),
  change: point.change,
  reliable: point.reliable,
  response: point.response,
  remission: point.remission,
  ...judged(point),
})

const judged = ({ judgedBy }: PointOf) => ({
  rule_id: judgedBy.ruleId,
  rule_version: judgedBy.ruleVersion,
  threshold_kind: judgedBy.kind,
  threshold: judgedBy.threshold,
  threshold_source: judgedBy.source,
  spread_sd: judgedBy.sd,
  spread_correlation: judgedBy.correlation,
  spread_population: judgedBy.population,
})
