import { describe, expect, test } from 'vitest'
import type { ArcDay } from './arc.ts'
import { greetingOf } from './greeting.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const said = (day: ArcDay) => [en, es].map((words) => greetingOf(day, words.greeting).title)

describe('what a day is called', () => {
  test.each([
    [{ kind: 'before', days: 2, lived: 0 }, ['Two days to go.', 'Faltan dos días.']],
    [{ kind: 'before', days: 1, lived: 2 }, ['Tomorrow.', 'Mañana.']],
    [{ kind: 'after', days: 1, lived: 1 }, ['The day after.', 'El día después.']],
    [{ kind: 'after', days: 3, lived: 1 }, ['Three days on.', 'Tres días después.']],
    [{ kind: 'after', days: 20, lived: 1 }, ['20 days on.', '20 días después.']],
    [{ kind: 'onward', weeks: 5, lived: 3 }, ['Five weeks on.', 'Cinco semanas después.']],
    [{ kind: 'rest' }, ['Home again.', 'De vuelta en casa.']],
    [{ kind: 'rest', elsewhere: true }, ['After today.', 'Después de hoy.']],
  ] satisfies [ArcDay, string[]][])('%j', (day, titles) => expect(said(day)).toEqual(titles))

  test('whoever had journeys elsewhere is told of no first one but the first here', () => {
    const text = (day: ArcDay, earlier: number) => greetingOf(day, en.greeting, earlier).text
    expect(text({ kind: 'preparing' }, 0)).toContain('before the first journey')
    expect(text({ kind: 'preparing' }, 3)).toContain('your first one here')
    expect(text({ kind: 'before', days: 2, lived: 0 }, 3)).toContain('the first one here')
    expect(greetingOf({ kind: 'after', days: 2, lived: 1 }, en.greeting, 3).values['journeys']).toBe(
      'four journeys',
    )
  })

  test('journeys are counted in words, and beyond the words in figures', () => {
    expect(greetingOf({ kind: 'after', days: 2, lived: 2 }, en.greeting).values['journeys']).toBe(
      'two journeys',
    )
    expect(greetingOf({ kind: 'ended', lived: 14 }, es.greeting).values['journeys']).toBe('14 viajes')
  })
})
