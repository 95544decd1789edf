// `node bench/scoring.ts` alone, or as a row of `npm run bench`: responses that the pure scorer scores in a second, in one thread.
import { readFileSync } from 'node:fs'
import { fromLibrary } from '../src/instrument/library.content.ts'
import { score } from '../src/instrument/score.ts'

interface Vector {
  readonly instrument: string
  readonly input: Record<string, unknown>
}

/** All public vectors in turn: 47 instruments, whole, with gaps, and some invalid. */
export function scoredPerSecond(ms: number): number {
  const vectors: Vector[] = JSON.parse(
    readFileSync(new URL('../src/instrument/fixtures/vectors.json', import.meta.url), 'utf8'),
  )
  const work = vectors.map(({ instrument, input }) => ({ instrument: fromLibrary(instrument)!, input }))
  const round = () => work.forEach(({ instrument, input }) => score(instrument, input))
  for (let warm = 0; warm < 20; warm += 1) round()
  const began = performance.now()
  let rounds = 0
  for (; performance.now() - began < ms; rounds += 1) round()
  return (rounds * work.length * 1000) / (performance.now() - began)
}

if (import.meta.main) console.log(`${Math.round(scoredPerSecond(2_000))} responses scored in a second`)
