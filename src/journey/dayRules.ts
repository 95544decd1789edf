import type { Instant } from '../kernel/instant.ts'
import type { Figure, Weight } from '../rule/rule.ts'
import type { Table } from '../rule/table.ts'
import { allLines, answersTo, linesOf, type DayLine } from './dayLines.ts'

/** What an answer of the day means. `hold`: as if it had not been asked. `review`: until a prescriber has gone through it. */
export type DayWeight = Weight | 'hold' | 'review'

/** What the table of rules says about the questions and the evidence of the day. `day_lines` says the weights in SQL. */
export interface DayRules {
  readonly weights: Readonly<Record<DayLine, Readonly<Record<string, DayWeight>>>>
  /** The row that asks. */
  readonly rules: Readonly<Record<DayLine, string>>
  /** How old a pregnancy test, or a report of the state, may be: now, and where a course runs (with what it asks besides). */
  readonly windows: { readonly test: Windows; readonly report: Windows }
}
interface Windows {
  readonly first: Figure
  readonly later: Figure
}

/** What of the history the evidence of the day depends on. Only the code can find it; a release demands it of the evaluation. */
export interface DayNeeds {
  /** Medicines of which a dose of today weighs by itself. */
  readonly takenToday: readonly string[]
  /** Nobody has said that it is not possible, or something has changed since. */
  readonly mayBePregnant: boolean
  /** Documented by a clinician. */
  readonly contraception: boolean
  /** When it was last told that there may be a pregnancy: an older test says nothing. */
  readonly missedAt: Instant | null
}

/** The question of the table behind each line; where several lines are one question, what a "yes" answers there. */
const asked: Readonly<Record<'warning-signs' | 'infection-today' | 'bladder' | 'capacity', string>> = {
  'warning-signs': 'MO-SX',
  'infection-today': 'EL-B04',
  bladder: 'EL-U02',
  capacity: 'EL-M09',
}

export function dayRulesOf(table: Table): DayRules {
  const weights = Object.fromEntries(allLines.map((line) => [line, weightsOf(table, line)]))
  return {
    weights: weights as DayRules['weights'],
    rules: Object.fromEntries(allLines.map((line) => [line, ruleOf(line)])) as DayRules['rules'],
    windows: { test: windowsOf(table, 'EV-HCG'), report: windowsOf(table, 'EV-PDMP') },
  }
}

function ruleOf(line: DayLine): string {
  if (line in asked) return asked[line as keyof typeof asked]
  return linesOf('substances').includes(line) ? 'EL-S05' : '3.5 #6'
}

function weightsOf(table: Table, line: DayLine): Record<string, DayWeight> {
  const rule = ruleOf(line)
  const said = (answer: string) => weightIn(table, rule, answer)
  const one = (answer: string): DayWeight => {
    if (rule === '3.5 #6') return answer === 'no' ? said('none') : 'review'
    if (answer === 'declined') return declined(table, line)
    if (rule === 'EL-S05') return answer === 'no' ? said('none') : said(line)
    return said(answer)
  }
  return Object.fromEntries(answersTo(line).map((answer) => [answer, one(answer)]))
}

/** What nobody will say of substances a clinician judges; where the row could stop everything it is as good as not asked. */
function declined(table: Table, line: DayLine): DayWeight {
  const rule = ruleOf(line)
  if (rule === 'EL-S05') return 'override'
  const gravest = Object.values(answersIn(table, rule))
  return gravest.includes('block') ? 'hold' : 'override'
}

const weightIn = (table: Table, rule: string, answer: string): DayWeight =>
  answersIn(table, rule)[answer] ?? 'hold'

function answersIn(table: Table, rule: string): Readonly<Record<string, Weight>> {
  const clause = table.byId.get(rule)?.clauses.find(({ kind }) => kind === 'ask')
  return clause?.kind === 'ask' ? clause.answers : {}
}

function windowsOf(table: Table, rule: string): Windows {
  const clause = table.byId.get(rule)?.clauses.find(({ kind }) => kind === 'evidence')
  const windows = clause?.kind === 'evidence' ? clause.windows : []
  const first = windows.find(({ when }) => when === null)?.within
  const later = windows.find(({ when }) => when?.courseBegun)?.within
  if (!first || !later) throw new Error(`${rule} has no windows`)
  return { first, later }
}
