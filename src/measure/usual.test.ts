import { expect, test } from 'vitest'
import { fromLibrary } from '../instrument/library.content.ts'
import { outcomeTimes, tellsAt } from './outcome.ts'
import { reachesBack } from './setting.ts'
import { usualSchedule } from './usual.content.ts'

const recallOf = (id: string) => fromLibrary(id)?.recallDays ?? null

test('no form about the last month is asked each week: the PCL-5 is asked monthly', () => {
  const asked = usualSchedule.filter(({ instruments }) => instruments.includes('pcl-5'))
  expect(asked.map(({ id }) => id)).toEqual([
    'beginning',
    'month-after',
    'quarter-after',
    'half-year-after',
    'year-after',
    'end',
  ])
  const soon = usualSchedule.filter(({ on, after }) => on === 'dose' && 'days' in after && after.days < 14)
  expect(soon.flatMap(({ instruments }) => instruments.filter((id) => (recallOf(id) ?? 0) > 14))).toEqual([])
})

test('each line says whence it is known, in both languages', () => {
  for (const { source } of usualSchedule)
    expect([source.en.length, source.es.length].every((length) => length > 10)).toBe(true)
})

test('a form that asks about longer than has gone by says so; before a dose and at the end there is none', () => {
  const after = (days: number) => ({ on: 'dose' as const, after: { days } })
  expect([7, 29, 30, 91].map((days) => reachesBack(after(days), 30))).toEqual([true, true, false, false])
  expect(reachesBack({ on: 'dose', after: { hours: 24 } }, 7)).toBe(true)
  expect(reachesBack({ on: 'completion', after: { days: 0 } }, 30)).toBe(false)
  expect(reachesBack(after(1), null)).toBe(false)
})

test('at one week nothing is told of a form about the last month', () => {
  const times = (id: string) => outcomeTimes.filter((time) => tellsAt(time, recallOf(id)))
  expect(times('pcl-5')).toEqual(['month', 'quarter', 'half-year', 'year'])
  expect(times('phq-9')).toEqual([...outcomeTimes])
})
