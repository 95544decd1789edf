import type { Anchor, Asking } from './schedule.ts'

export const anchors = ['enrolment', 'journey', 'dose', 'completion'] as const satisfies readonly Anchor[]

export interface SettingFault {
  /** Which line, from 0; null: the schedule as a whole. */
  readonly line: number | null
  readonly fault:
    | 'too-many-lines'
    | 'same-name'
    | 'no-instruments'
    | 'same-instrument'
    | 'not-askable'
    | 'after-range'
    | 'before-only-journeys'
    | 'opens-range'
    | 'closes-range'
    | 'remind-range'
    | 'remind-too-late'
}

/** Asks about a longer time than has gone by since the dose, and so tells of the time before it as well. */
export const reachesBack = (
  { on, after }: Pick<Asking, 'on' | 'after'>,
  recallDays: number | null,
): boolean =>
  on === 'dose' && recallDays !== null && recallDays > ('hours' in after ? after.hours / 24 : after.days)

const mostLines = 30
const yearHours = 366 * 24

/** What keeps a schedule from being asked. `askable`: instruments that have words here, the project's or the practice's. */
export function faultsInSetting(lines: readonly Asking[], askable: ReadonlySet<string>): SettingFault[] {
  const many: SettingFault[] = lines.length > mostLines ? [{ line: null, fault: 'too-many-lines' }] : []
  const names = lines.map(({ id }) => id)
  return [
    ...many,
    ...lines.flatMap((asking, line) => {
      const twice = names.indexOf(asking.id) < line ? (['same-name'] as const) : []
      return [...twice, ...whatIsAsked(asking, askable), ...when(asking)].map((fault) => ({ line, fault }))
    }),
  ]
}

type Fault = SettingFault['fault']

function whatIsAsked({ instruments }: Asking, askable: ReadonlySet<string>): Fault[] {
  return [
    ...only(instruments.length === 0, 'no-instruments'),
    ...only(new Set(instruments).size < instruments.length, 'same-instrument'),
    ...only(
      instruments.some((id) => !askable.has(id)),
      'not-askable',
    ),
  ]
}

function when({ on, after, opensHoursBefore, closesHoursAfter, remindHoursAfter }: Asking): Fault[] {
  const hours = 'hours' in after ? after.hours : after.days * 24
  const remind = remindHoursAfter ?? 0
  return [
    ...only(!Number.isInteger(hours) || Math.abs(hours) > 2 * yearHours, 'after-range'),
    ...only(hours < 0 && on !== 'journey', 'before-only-journeys'),
    ...only(!isWithin(opensHoursBefore, 0, yearHours), 'opens-range'),
    ...only(!isWithin(closesHoursAfter, 1, yearHours), 'closes-range'),
    ...only(!isWithin(remind, 0, yearHours), 'remind-range'),
    ...only(remindHoursAfter !== null && remind >= closesHoursAfter, 'remind-too-late'),
  ]
}

const only = (holds: boolean, fault: Fault): Fault[] => (holds ? [fault] : [])

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

/** Only what can be asked is asked; a line that asks nothing goes. */
export const askableOf = <Line extends Asking>(
  lines: readonly Line[],
  askable: ReadonlySet<string>,
): Line[] =>
  lines
    .map((line) => ({ ...line, instruments: line.instruments.filter((id) => askable.has(id)) }))
    .filter(({ instruments }) => instruments.length > 0)
