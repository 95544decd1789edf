import { useId } from 'react'
import { usePlace, useWords } from '../../i18n/LanguageProvider.tsx'
import { fill } from '../../i18n/fill.ts'
import { formatDate, formatNumber } from '../../i18n/format.ts'
import { Hatch, LineDrawn, LineGround, Said } from './PictureSvg.tsx'
import { smallLine } from './smallLine.ts'
import { inTime, isGiven, startOf, type ThreadLine, type ThreadView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** One line with its sentence. The sentence says what the picture shows, so the picture stays unspoken. */
export function LineSmall({ view, line }: { view: ThreadView; line: ThreadLine }) {
  const hatch = useId()
  const place = usePlace()
  const date = (at: number) => formatDate(at, place, 'short')
  const number = (value: number) => formatNumber(value, place.language)
  const shape = smallLine(view, line, { date, number })
  const { plot } = shape
  return (
    <>
      <svg
        className="tl-picture tl-small-line"
        viewBox={`0 0 ${shape.width} ${shape.height}`}
        aria-hidden="true"
      >
        <Hatch id={hatch} />
        <LineGround line={shape} hatch={hatch} />
        {shape.doses.map((x) => (
          <path key={x} className="tl-p-dose" d={`M${x} ${plot.y - 4}V${plot.y + plot.height}`} />
        ))}
        <LineDrawn line={shape} />
        {shape.labels.map((label) => (
          <Said key={`${label.x} ${label.y}`} label={label} />
        ))}
      </svg>
      <LineSentence line={line} />
    </>
  )
}

export function LineSentence({ line }: { line: ThreadLine }) {
  const said = useWords(words)
  const { language } = usePlace()
  const given = inTime(line.points).filter(isGiven)
  const [first, last] = [startOf(line, given), given.at(-1)]
  if (!first || !last) return <p>{said.never}</p>
  const sentence = given.length === 1 ? said.once : said.sentence[line.kind][line.change]
  const number = (value: number) => formatNumber(value, language)
  return <p>{fill(sentence, { first: number(first.value), last: number(last.value) })}</p>
}
