import type { Row } from './export.ts'

/** A sheet program takes a cell that begins so for a formula, and would run it; some take the wide signs of East Asian type too. */
const runs = /^[=+\-@\t\r\n\0＝＋－＠]/

/** Words that begin as a formula does get a ' before them; a number is a number, though it be negative. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return runs.test(words) ? `'${words}` : words
}

export const cellOf = (value: unknown): string => {
  const words = wordsOf(value)
  return /[",\r\n\0]/.test(words) || words.trim() !== words ? `"${words.replaceAll('"', '""')}"` : words
}

/** RFC 4180: a line of names, then a line for each row. */
export function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].toSorted((one, other) =>
    rank(one) === rank(other) ? (one < other ? -1 : 1) : rank(one) - rank(other),
  )
  const lines = [names.map(cellOf), ...rows.map((row) => names.map((name) => cellOf(row[name])))]
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('')
}

const first = ['id', 'person_id', 'course_id', 'session_id']
const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length)
