import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { fromLibrary, libraryIds } from '../library.content.ts'
import type { Answer, Answers, Instrument, Item } from '../instrument.ts'
import { withAnswer } from '../response.ts'

export interface Vector {
  readonly id: string
  readonly instrument: string
  readonly title: string
  readonly input: Answers
  readonly expected: Readonly<Record<string, unknown>>
}

export const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../fixtures/vectors.json', import.meta.url), 'utf8'),
)

export const library: readonly Instrument[] = libraryIds().map((id) => fromLibrary(id)!)

/** Any answer that the item offers. */
export function answerTo({ values, range, codes, ticks, alone }: Item): fc.Arbitrary<Answer> {
  if (range?.whole) return fc.integer(range)
  if (range) return fc.integer({ min: range.min * 10, max: range.max * 10 }).map((tenths) => tenths / 10)
  if (ticks)
    return fc
      .subarray([...ticks], { minLength: 1 })
      .map((some) => (some.includes(alone ?? '') ? [alone!] : some))
  return codes ? fc.constantFrom(...Object.keys(codes)) : fc.constantFrom(...values)
}

/** A response with some answers left out, or none. */
export const answersTo = (instrument: Instrument, { gaps }: { gaps: boolean }): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...instrument.items.map((item) => (gaps ? fc.option(answerTo(item), { freq: 4 }) : answerTo(item))),
    )
    .map((given) =>
      given.reduce<Answers>(
        (answers, answer, place) => withAnswer(answers, instrument.items[place]!, answer),
        {},
      ),
    )
