// `node bench/gates.ts` alone, or as a row of `npm run bench`: how long one full evaluation takes, in one thread.
import { wellAt, wellFile } from '../src/app/testing/well.ts'
import { instant } from '../src/kernel/instant.ts'
import { evaluate } from '../src/rule/evaluate.ts'
import { factsOfFile, type Filed } from '../src/rule/filed.ts'
import { table } from '../src/rule/rule.content.ts'
import { median } from './table.ts'

const facts = 200

/** Someone about whom all is known, with medicines, problems and past readings up to 200 facts. */
function someone(): Filed {
  const { answers = [], readings = [], evidence = [], consents = [], people = [] } = wellFile
  const names = ['Zoloft 50 mg', 'lisinopril', 'Lamictal', 'vitamin D', 'Synthroid', 'gabapentin']
  const medicines = names.map((name) => ({ name, taking: 'yes' as const }))
  const conditions = Array.from({ length: 12 }, (_, n) => ({ text: `problem ${n}`, onset: '2015' }))
  const so = [answers, readings, evidence, consents, people, medicines, conditions].flat().length
  const past = Array.from({ length: facts - so }, (_, n) => ({
    measure: 'heart-rate',
    value: 70,
    unit: '/min',
    at: `2026-0${1 + (n % 9)}-15T09:00:00Z`,
  }))
  return { ...wellFile, medicines, conditions, readings: [...readings, ...past] }
}

/** The time of one evaluation in each of many short rounds, ms. */
export function evaluationsMs(ms: number): number[] {
  const known = factsOfFile(someone(), { stage: 'day', timeZone: '-08:00' })
  const moment = { at: instant(wellAt), protocol: 'sublingual' } as const
  const some = 20
  const round = () => {
    const began = performance.now()
    for (let n = 0; n < some; n += 1) evaluate(table, known, moment)
    return (performance.now() - began) / some
  }
  for (let warm = 0; warm < 10; warm += 1) round()
  const rounds: number[] = []
  const began = performance.now()
  do rounds.push(round())
  while (performance.now() - began < ms)
  return rounds
}

if (import.meta.main)
  console.log(`${median(evaluationsMs(2_000)).toFixed(2)} ms for one evaluation over ${facts} facts`)
