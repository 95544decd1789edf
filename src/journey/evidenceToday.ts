import { day, instant, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { Figure } from '../rule/rule.ts'
import type { OfTheDay } from './askedToday.ts'
import { toldToday, type DayTold } from './dayTold.ts'
import { proceeds } from './decided.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

const atHand = ['monitor', 'prescriber', 'therapist'] as const
const whoTests = ['monitor', 'prescriber'] as const

type Evidence = OfTheDay & Pick<GateFacts, 'needs' | 'lastDoseAt' | 'session'>

/** Sedatives and others of which a dose of the same day is a prescriber’s decision (IX-02, IX-03, IX-20): the last dose of each. */
export function medicinesGate(facts: Evidence, at: Instant): Found {
  const { takenToday: asked } = facts.needs
  const told = toldToday(facts, 'medicines', at)
  if (asked.length === 0 && !told) return met({ code: 'medicines-not-needed' })
  const unasked = asked.filter((name) => told?.answers[name] === undefined)
  if (!told || unasked.length > 0) return waiting({ code: 'medicines-not-asked', items: unasked }, ...atHand)
  const said = Object.entries(told.answers)
  const weighing = said.filter(([, last]) => isOfToday(last, facts, at)).map(([name]) => name)
  const about = { at: told.toldAt, name: told.byName }
  if (weighing.length === 0)
    return met({ code: 'medicines-none', ...about, items: said.map(([name]) => name) }, ...atHand)
  return proceeds(facts, { gate: 'medicines', since: told.toldAt }, at) === 'for'
    ? met({ code: 'medicines-decided', ...about, items: weighing }, 'prescriber')
    : stop({ code: 'medicines-taken', ...about, items: weighing }, 'prescriber')
}

/** What nobody knows may have been today. `medicines_gate` says the same in SQL of what was told. */
const isOfToday = (last: string, { timeZone }: OfTheDay, at: Instant): boolean =>
  last !== 'not-today' &&
  (Number.isNaN(instant(last)) || dayIn(instant(last), timeZone) === dayIn(at, timeZone))

type OfKind<Kind extends DayTold['kind']> = Extract<DayTold, { kind: Kind }>

/** The newest one of this person, of whatever day. */
const newest = <Kind extends DayTold['kind']>({ told }: OfTheDay, kind: Kind, at: Instant) =>
  told.findLast((one): one is OfKind<Kind> => one.kind === kind && one.toldAt <= at)

/** No older than its window: the same day of the practice, or so many days. */
export const isInTime = (
  told: Instant,
  { value, unit }: Figure,
  { at, timeZone }: { readonly at: Instant; readonly timeZone: string },
): boolean => (unit === 'same-day' ? dayIn(told, timeZone) === dayIn(at, timeZone) : told >= at - value * day)

const hasBegun = ({ lastDoseAt, session }: Evidence): boolean =>
  lastDoseAt !== null || session.dosedAt !== null

/** EL-PG1: a positive test stops, whoever it was asked of. `pregnancy_gate` says that much in SQL. */
export function pregnancyGate(facts: Evidence, at: Instant): Found {
  const test = newest(facts, 'pregnancy-test', at)
  const about = test && { at: test.toldAt, name: test.byName }
  if (test?.testResult === 'positive') return stop({ code: 'pregnancy-positive', ...about }, 'nobody')
  if (!facts.needs.mayBePregnant) return met({ code: 'pregnancy-not-needed' })
  if (!test) return waiting({ code: 'pregnancy-none' }, ...whoTests)
  if (test.testResult === 'unclear') return waiting({ code: 'pregnancy-unclear', ...about }, ...whoTests)
  return holds(facts, test.toldAt, at)
    ? met({ code: 'pregnancy-negative', ...about }, ...whoTests)
    : waiting({ code: 'pregnancy-old', ...about }, ...whoTests)
}

/** EV-HCG: of today; once doses were given and reliable contraception is documented, of the last days. Newer than a missed period. */
function holds(facts: Evidence, toldAt: Instant, at: Instant): boolean {
  const { needs, timeZone, dayRules } = facts
  const { first, later } = dayRules.windows.test
  const window = hasBegun(facts) && needs.contraception ? later : first
  const isBefore = needs.missedAt !== null && toldAt <= needs.missedAt
  return !isBefore && isInTime(toldAt, window, { at, timeZone })
}

/** EV-PDMP: the state’s report on controlled prescriptions, looked at in time. `report_gate` says the same in SQL. */
export function reportGate(facts: Evidence, at: Instant): Found {
  const { timeZone, dayRules } = facts
  const report = newest(facts, 'report', at)
  const decided = proceeds(facts, { gate: 'report', since: report?.toldAt ?? 0 }, at) === 'for'
  const about = report && { at: report.toldAt, name: report.byName }
  if (decided) return met({ code: 'report-decided', ...about }, 'prescriber')
  if (!report) return waiting({ code: 'report-none' }, ...whoTests)
  const { first, later } = dayRules.windows.report
  if (!isInTime(report.toldAt, hasBegun(facts) ? later : first, { at, timeZone }))
    return waiting({ code: 'report-old', ...about }, ...whoTests)
  return report.reportResult === 'as-expected'
    ? met({ code: 'report-seen', ...about }, ...whoTests)
    : stop({ code: 'report-concern', ...about }, 'prescriber')
}
