import { expect, test } from 'vitest'
import { bookOf } from './book.ts'
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
    withheld: [{ table: 'insight', reason: '' }],
    words,
    day: 'today',
    moment: (iso) => `at ${iso}`,
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
    expect(page).toContain(`<li>${words.chapters.insight}</li>`)
    expect(page).toContain(`<dd>${words.values['racemic']}</dd>`)
    expect(page).toContain(`<html lang="${words.language}">`)
  }
})
