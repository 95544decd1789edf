import { describe, expect, test } from 'vitest'
import { threeJourneys, withoutPrivate } from '../design/threads.ts'
import { en as enSample } from '../design/words.en.ts'
import { es as esSample } from '../design/words.es.ts'
import { pictureOf } from './picture.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const bare = (text: string) => text.replaceAll(/[\s-]/g, '')

describe.each([
  ['English', enSample, en],
  ['Spanish', esSample, es],
])('an ordinary course in %s', (_, sample, words) => {
  const course = threeJourneys(sample.courses)

  const said = (view: typeof course, width: number) =>
    pictureOf(view, view.lines, {
      width,
      size: 16,
      words: words.picture,
      date: (at) => `day ${Math.round((at - view.startsAt) / 86_400_000)}`,
      number: String,
      order: 'lines-first',
    }).labels.map(({ lines }) => bare(lines.join('')))

  test.each([900, 1100, 1400])(
    'says everything at %i pixels: words, journeys, lines, what each means',
    (width) => {
      const labels = said(course, width)
      const { picture } = words
      const expected = [
        ...course.words.map(({ text }) => text ?? ''),
        ...course.doses.map(({ at }) => `day ${Math.round((at - course.startsAt) / 86_400_000)}`),
        ...course.lines.map(({ label }) => label),
        ...course.lines
          .map(({ kind, change }) => (change === 'unknown' ? '' : picture.change[kind][change]))
          .filter(Boolean),
        picture.preparation,
        picture.integration,
        picture.ahead,
        picture.skipped,
        picture.hatched,
        picture.thread,
        ...Object.values(picture.rows),
        `${picture.today}, day 84`,
      ]
      expect(expected.filter((each) => !labels.includes(bare(each)))).toEqual([])
    },
  )

  test('says of what is private only that it is', () => {
    const labels = said(withoutPrivate(course), 1100)
    expect(labels).toContain(bare(words.picture.kept))
    expect(labels.join(' ')).not.toContain(bare(sample.courses.kept))
  })
})
