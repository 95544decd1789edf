import type { Anchor, Asking } from './schedule.ts'

/** One line as it stands in the form. */
export interface Typed {
  readonly id: string
  readonly on: Anchor
  readonly unit: 'hours' | 'days'
  readonly count: string
  readonly opens: string
  readonly closes: string
  /** Empty: no reminder. */
  readonly remind: string
  readonly instruments: readonly string[]
}

export const typedOf = ({ id, on, after, ...line }: Asking): Typed => ({
  id,
  on,
  unit: 'hours' in after ? 'hours' : 'days',
  count: String('hours' in after ? after.hours : after.days),
  opens: String(line.opensHoursBefore),
  closes: String(line.closesHoursAfter),
  remind: line.remindHoursAfter === null ? '' : String(line.remindHoursAfter),
  instruments: line.instruments,
})

/** A minus may be typed as one or as the sign; what is no whole number becomes none, which the rules then refuse. */
const whole = (typed: string): number => {
  const plain = typed.trim().replace('−', '-')
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
}

export const askingOf = ({ id, on, unit, count, opens, closes, remind, instruments }: Typed): Asking => ({
  id,
  on,
  after: unit === 'hours' ? { hours: whole(count) } : { days: whole(count) },
  opensHoursBefore: whole(opens),
  closesHoursAfter: whole(closes),
  remindHoursAfter: remind.trim() === '' ? null : whole(remind),
  instruments,
})

export const newLine = (id: string): Typed => ({
  id,
  on: 'dose',
  unit: 'days',
  count: '14',
  opens: '0',
  closes: '96',
  remind: '',
  instruments: [],
})
