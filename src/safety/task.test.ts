import { expect, test } from 'vitest'
import { onToday } from './task.ts'

const task = (name: string, more: object = {}) => ({
  name,
  mine: false,
  state: 'waiting' as const,
  urgency: 'same-day',
  ...more,
})
const named = (tasks: readonly { name: string }[]) => onToday(tasks as never[]).map(({ name }) => name)

test('of the others’ things a few stand on the day, those first that are due first', () =>
  expect(named(['a', 'b', 'c', 'd', 'e'].map((name) => task(name)))).toEqual(['a', 'b', 'c', 'd']))

test('what is one’s own never stands behind the others’, however many there are and whenever it is due', () => {
  const others = Array.from({ length: 9 }, (_, place) => task(`other ${place}`))
  expect(named([...others, task('own', { mine: true })])).toEqual(['own', 'other 0', 'other 1', 'other 2'])
  const six = ['1', '2', '3', '4', '5', '6'].map((name) => task(name, { mine: true }))
  expect(named([...others, ...six])).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('of one’s own, what nobody has seen comes before what somebody has, and what is called for at once first', () =>
  expect(
    named([
      task('seen, at once', { mine: true, state: 'seen', urgency: 'at-once' }),
      task('waits', { mine: true }),
      task('danger', { mine: true, urgency: 'at-once' }),
    ]),
  ).toEqual(['danger', 'waits', 'seen, at once']))
