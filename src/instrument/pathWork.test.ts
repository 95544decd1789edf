import { expect, test } from 'vitest'
import { pathOf } from './path.ts'
import { longestText, mostSteps, NotWorkable, work, type Element, type Working } from './pathWork.ts'

const items: readonly Element[] = Array.from({ length: 40 }, (_, place) => ({
  parts: { linkId: [`q${place}`] },
}))
const on = (): Working => ({
  resource: { parts: { item: items } },
  named: new Map(),
  left: { steps: mostSteps },
})

test('a text that doubles at each answer is given up, and does not fill the memory', () => {
  const doubling = pathOf(`%resource.item.aggregate($total + $total, 'xxxxxxxxxxxxxxxx')`)
  expect(() => work(doubling, on())).toThrow(NotWorkable)
})

test('a text of a few sentences is put together', () => {
  const said = work(pathOf(`%resource.item.aggregate($total + 'word ', '')`), on())
  expect(said).toEqual(['word '.repeat(40)])
  expect('word '.repeat(40).length).toBeLessThan(longestText)
})
