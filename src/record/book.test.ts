import { expect, test } from 'vitest'
import { bookOf, escaped } from './book.ts'
import { withheldFrom } from './export.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const attack = '<script src="https://example.org/x.js"></script>&"\''
const rows = {
  person: [{ id: 'p', given_name: attack }],
  dose: [
    { id: 'a', given_at: '2026-01-02T10:00:00Z', product: 'racemic', corrects: null, struck: false },
    { id: 'b', given_at: '2026-01-02T10:00:00Z', product: 'racemic', corrects: 'a', struck: false },
  ],
  presence: [{ id: 'x' }],
}
const book = (words: typeof en) =>
  bookOf({
    rows,
    withheld: [{ table: 'insight', reason: { en: 'Why it is not here.', es: 'Por qué no está.' } }],
    words,
    day: 'today',
    moment: (iso) => `at ${iso}`,
  })

test('what is not in it is named with the reason, in its reader’s language', () => {
  const told = (words: typeof en) =>
    bookOf({ rows: {}, withheld: withheldFrom('self'), words, day: 'today', moment: (iso) => iso })
  for (const { reason } of withheldFrom('self')) {
    expect(told(en)).toContain(escaped(reason.en))
    expect(told(es)).toContain(escaped(reason.es))
    expect(told(es)).not.toContain(escaped(reason.en))
  }
})

test('what anyone wrote is text in it, and nothing is loaded from anywhere', () => {
  expect(book(en)).toContain(
    '&lt;script src=&quot;https://example.org/x.js&quot;&gt;&lt;/script&gt;&amp;&quot;&#39;',
  )
  expect(book(en)).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/)
})

test('a corrected fact stays and says so; what is not told is named, in both languages', () => {
  for (const words of [en, es]) {
    const page = book(words)
    expect(page.split(words.gone)).toHaveLength(2)
    expect(page).toContain('presence: 1')
    const why = words === es ? 'Por qué no está.' : 'Why it is not here.'
    expect(page).toContain(`<li>${words.chapters.insight}: ${why}</li>`)
    expect(page).toContain(`<dd>${words.values['racemic']}</dd>`)
    expect(page).toContain(`<html lang="${words.language}">`)
  }
})

test('an answer that waited on a device is told with both its moments', () => {
  const check = { id: 'c', asked_at: '2026-01-02T10:00:00Z', arrived_at: '2026-01-02T15:00:00Z' }
  for (const words of [en, es]) {
    const page = bookOf({
      rows: { suicide_check: [{ ...check, answer: 'no-thoughts' }] },
      withheld: [],
      words,
      day: 'today',
      moment: (iso) => iso,
    })
    expect(page).toContain(`<dt>${words.labels.arrived_at}</dt><dd>2026-01-02T15:00:00Z</dd>`)
    expect(page).toContain('<dd>2026-01-02T10:00:00Z</dd>')
  }
})

test('answers that were corrected say so beside those that stand in their place', () => {
  const answered = (id: string, total: number, replaces: string | null) => ({
    id,
    answered_at: '2026-01-02T10:00:00Z',
    instrument_id: 'phq-9',
    total,
    replaces,
  })
  for (const words of [en, es]) {
    const page = bookOf({
      rows: {
        instrument_response: [answered('a', 21, null), answered('b', 12, 'a'), answered('c', 7, null)],
      },
      withheld: [],
      words,
      day: 'today',
      moment: (iso) => iso,
    })
    const said = page.split('<li>').flatMap((entry) => {
      const total = /<dd>(21|12|7)<\/dd>/.exec(entry)?.[1]
      return total ? [[total, entry.includes(words.gone)]] : []
    })
    expect(said).toEqual([
      ['21', true],
      ['12', false],
      ['7', false],
    ])
  }
})

test('what stopped, ended or was changed is told with its reason, and a code by what it means there', () => {
  const told = {
    safety_plan_change: [{ id: 'a', written_at: '2026-01-02T10:00:00Z', on_my_own: 'a walk by the river' }],
    dose_order: [{ id: 'b', signed_at: '2026-01-02T10:00:00Z', range_reason: 'less, after last time' }],
    dose_order_stop: [{ id: 'c', stopped_at: '2026-01-02T10:00:00Z', reason: 'a new medicine' }],
    guest_license_check: [{ id: 'd', found: 'not-found', looked_in: 'the board’s list' }],
    guest_grant_end: [{ id: 'e', ended_at: '2026-01-02T10:00:00Z', how: 'left', reason: null }],
    departure: [{ id: 'f', left_at: '2026-01-02T10:00:00Z', way: 'left', in_writing: false }],
  }
  for (const words of [en, es]) {
    const page = bookOf({ rows: told, withheld: [], words, day: 'today', moment: (iso) => iso })
    for (const line of ['a walk by the river', 'less, after last time', 'a new medicine', 'the board’s list'])
      expect(page).toContain(`<dd>${line}</dd>`)
    for (const code of ['found not-found', 'how left', 'left', 'false'])
      expect(page).toContain(`<dd>${words.values[code]}</dd>`)
    expect(page).not.toContain(words.elsewhere)
  }
})
