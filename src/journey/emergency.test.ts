import { describe, expect, test } from 'vitest'
import { emergencyRules } from './emergency.ts'
import { en } from './words.emergency.en.ts'
import { es } from './words.emergency.es.ts'

describe.each([
  {
    words: en,
    asked: [
      /call 911/i,
      /shoulder/,
      /head|jaw/,
      /suction/i,
      /CPR/,
      /AED/,
      /oxygen, bag and mask/,
      /each minute/i,
    ],
    under: /oxygen reads under 94 %, give/,
  },
  {
    words: es,
    asked: [
      /911/,
      /hombro/,
      /mentón|mandíbula/,
      /aspire/i,
      /RCP/,
      /DEA/,
      /oxígeno, bolsa y mascarilla/,
      /cada minuto/i,
    ],
    under: /oxígeno marca menos de 94 %, dé/,
  },
])('the emergency cards', ({ words, asked, under }) => {
  const [breath, chest] = words.cards.map(({ steps }) => steps)

  test('EM-03: no breath or no answer begins with 911, and has every first action', () => {
    expect(breath?.[0]).toMatch(/911/)
    for (const step of asked) expect(breath?.join(' ')).toMatch(step)
  })
  test('EM-02: a low oxygen is a reason to give oxygen, and no target', () =>
    expect(chest?.join(' ')).toMatch(under))
  test('every card names its rule, and none a dose', () => {
    expect(words.cards).toHaveLength(emergencyRules.length)
    expect(JSON.stringify(words.cards)).not.toMatch(/\d\s*(mg|ml|mcg)\b/i)
  })
})
