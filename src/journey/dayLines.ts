/**
 * The questions that count on their own day alone, asked anew before each dose (docs/decisions/0380-asked-on-the-day.md). Each with what
 * may be answered, the answer of whoever has nothing to tell first. `declined` is recorded as it was said and settles nothing.
 */
export const dayLines = {
  today: {
    'warning-signs': ['none', 'any', 'declined'],
    'infection-today': ['no', 'yes', 'declined'],
    bladder: ['no', 'known', 'new', 'declined'],
    capacity: ['has', 'lacks', 'coerced', 'intoxicated'],
  },
  changes: {
    'changed-medicine': ['no', 'yes', 'declined'],
    'changed-illness': ['no', 'yes', 'declined'],
    'changed-emergency': ['no', 'yes', 'declined'],
    'changed-fall': ['no', 'yes', 'declined'],
    'changed-pregnancy': ['no', 'yes', 'declined'],
    'changed-mind': ['no', 'yes', 'declined'],
  },
  substances: {
    'alcohol-today': ['no', 'yes', 'declined'],
    'within-24-hours': ['no', 'yes', 'declined'],
    'cannabis-within-24-hours': ['no', 'yes', 'declined'],
    'psychedelic-within-7-days': ['no', 'yes', 'declined'],
    intoxicated: ['no', 'yes'],
    withdrawing: ['no', 'yes'],
  },
} as const

export type LineGate = keyof typeof dayLines
export const lineGates = Object.keys(dayLines) as LineGate[]

type LinesOf<Gate extends LineGate> = keyof (typeof dayLines)[Gate]
export type DayLine = { [Gate in LineGate]: LinesOf<Gate> }[LineGate]
export type DayAnswer = 'declined' | 'no' | 'yes' | 'none' | 'any' | 'known' | 'new' | 'has' | Unfit
type Unfit = 'lacks' | 'coerced' | 'intoxicated'

export const linesOf = (gate: LineGate): DayLine[] => Object.keys(dayLines[gate]) as DayLine[]
export const allLines: readonly DayLine[] = lineGates.flatMap(linesOf)

const offered: Readonly<Record<DayLine, readonly DayAnswer[]>> = {
  ...dayLines.today,
  ...dayLines.changes,
  ...dayLines.substances,
}
export const answersTo = (line: DayLine): readonly DayAnswer[] => offered[line]

export const dayAnswers: readonly DayAnswer[] = [...new Set(allLines.flatMap(answersTo))]

/** By one press for all nobody is told without a warning sign, fit to decide, or not under the influence: each is asked by itself. */
const eachForItself: readonly DayLine[] = ['warning-signs', 'capacity', 'intoxicated', 'withdrawing']
export const isFilled = (line: DayLine): boolean => !eachForItself.includes(line)
