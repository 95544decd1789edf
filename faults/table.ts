import type { Verdict } from './checker.ts'
import type { GateVerdict } from './gates.ts'

const columns = [
  'acknowledged',
  'retried',
  'resent',
  'lost',
  'doubled',
  'reordered',
  'unasked',
  'unresolved',
  'changed',
  'auditsWrong',
  'seen',
  'gaps',
  'halfMade',
] as const
const nameWidth = 53
const heads = ['round', 'seed', ...columns.map((name) => words(name)), 'took', '']
const widths = heads.map((head, place) =>
  place === 0 ? nameWidth : Math.max(head.length, place === 1 ? 10 : 0),
)

export const head = (): string => line(heads)

export interface Row {
  readonly name: string
  readonly seed: number
  readonly verdict: Verdict | GateVerdict
  readonly word: string
}

export const row = ({ name, seed, verdict, word }: Row): string =>
  'raced' in verdict ? gateRow({ name, seed, verdict, word }) : killRow({ name, seed, verdict, word })

function killRow({ name, seed, verdict, word }: Row & { verdict: Verdict }): string {
  const counts = columns.map((column) => String(verdict[column]))
  const why = verdict.whyGone === undefined ? '' : ` (${verdict.whyGone})`
  return line([name, String(seed), ...counts, `${verdict.seconds.toFixed(0)} s`, `${word}${why}`])
}

function gateRow({ name, seed, verdict, word }: Row & { verdict: GateVerdict }): string {
  const { raced, released, refused, unmet, unresolved, which } = verdict
  const named = which.length > 0 ? ` (${which.join(', ')})` : ''
  return `${name.padEnd(nameWidth)}  ${String(seed).padStart(10)}  ${raced} gates closed while a release was asked for: ${released} released, ${refused} refused, ${unresolved} neither; ${unmet} after the gate had closed${named}  ${word}`
}

/** What all rounds of one kind came to. */
export const sum = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.reduce<Verdict | undefined>((all, one) => (all ? added(all, one) : one), undefined)

const added = (one: Verdict, other: Verdict): Verdict => ({
  ...one,
  ...Object.fromEntries(columns.map((column) => [column, one[column] + other[column]])),
  seconds: one.seconds + other.seconds,
})

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
    .join('  ')

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
