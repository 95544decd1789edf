import { useMemo, useState } from 'react'
import { usePlace, useWords } from '../../i18n/LanguageProvider.tsx'
import { fill } from '../../i18n/fill.ts'
import { formatDate, formatNumber } from '../../i18n/format.ts'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { Disclosure } from '../Disclosure.tsx'
import { Icon } from '../Icon.tsx'
import { LineSentence, LineSmall } from './LineSmall.tsx'
import { pictureOf, printedPicture } from './picture.ts'
import { PictureSvg } from './PictureSvg.tsx'
import { PrintedMore } from './PrintedMore.tsx'
import type { PictureOptions } from './sheet.ts'
import { ThreadStory } from './ThreadStory.tsx'
import { ThreadTable } from './ThreadTable.tsx'
import './threadPicture.css'
import { useWidth } from './width.web.ts'
import { earlierIn, livedDoses, type ThreadLine, type ThreadView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** `client`: words first, every line closed until it is chosen. `staff`: everything at a glance. */
export type Framing = 'client' | 'staff'

type Props = { view: ThreadView; framing: Framing }

const narrow = 760

/** The course in one picture; on a phone as a story with the lines below; on paper on one page. */
export function ThreadPicture({ view: course, framing }: Props) {
  const view = useQuoted(course)
  const [frame, width] = useWidth<HTMLElement>()
  const [chosen, choose] = useState<readonly string[]>([])
  const hidden = framing === 'client'
  const shown = view.lines.filter(({ id }) => chosen.includes(id) !== !hidden)
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const isWide = width >= narrow
  return (
    <section className="tl-thread tl-wide-page" ref={frame}>
      {isWide && <Wide view={view} framing={framing} lines={shown} width={width} onToggle={toggle} />}
      {width > 0 && !isWide && <Narrow view={view} framing={framing} />}
      <Printed view={view} framing={framing} lines={shown} />
      <Sentences lines={shown} />
      <div className="tl-thread-more">
        {isWide && (
          <Disclosure title={<InOrder />}>
            <ThreadStory view={view} own={framing === 'client'} />
          </Disclosure>
        )}
        <Disclosure title={<AsTable />}>
          <ThreadTable view={view} lines={view.lines} />
        </Disclosure>
      </div>
      <PrintButton />
    </section>
  )
}

/** Beliefs stand in quotation marks wherever they are named: they are sentences, not facts. */
function useQuoted(view: ThreadView): ThreadView {
  const { quoted } = useWords(words)
  return useMemo(() => {
    const quote = (line: ThreadLine) =>
      line.kind === 'belief' ? { ...line, label: fill(quoted, { belief: line.label }) } : line
    return { ...view, lines: view.lines.map(quote) }
  }, [view, quoted])
}

const InOrder = () => useWords(words).inOrder
const AsTable = () => useWords(words).asTable

type Shown = Props & { lines: readonly ThreadLine[] }

function useSpeech(framing: Framing): Omit<PictureOptions, 'width' | 'size'> {
  const { picture } = useWords(words)
  const place = usePlace()
  return useMemo(
    () => ({
      words: picture,
      date: (at) => formatDate(at, place, 'short'),
      number: (value) => formatNumber(value, place.language),
      order: framing === 'client' ? 'words-first' : 'lines-first',
    }),
    [framing, picture, place],
  )
}

function useHeard(view: ThreadView): string {
  const { heard, heardElsewhere } = useWords(words)
  const place = usePlace()
  const day = (at: number) => formatDate(at, place, 'date')
  const told = fill(heard, {
    from: day(view.startsAt),
    now: day(view.now),
    journeys: livedDoses(view).length,
  })
  const elsewhere = earlierIn(view).length
  return elsewhere === 0 ? told : `${told} ${fill(heardElsewhere, { n: elsewhere })}`
}

type WideProps = Shown & { width: number; onToggle: (id: string) => void }

function Wide({ width, onToggle, ...shown }: WideProps) {
  const speech = useSpeech(shown.framing)
  const picture = pictureOf(shown.view, shown.lines, { ...speech, width, size: 16 })
  const { show } = useWords(words)
  return (
    <>
      {shown.view.lines.length > 0 && (
        <fieldset className="tl-thread-show tl-noprint">
          <legend>{show}</legend>
          {shown.view.lines.map((line) => (
            <Checkbox key={line.id} checked={shown.lines.includes(line)} onChange={() => onToggle(line.id)}>
              {line.label}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <PictureSvg className="tl-noprint" picture={picture} heard={useHeard(shown.view)} />
    </>
  )
}

/** A client's words come first and the lines stay closed; staff see the lines first, open. */
function Narrow({ view, framing }: Props) {
  const story = <ThreadStory view={view} own={framing === 'client'} />
  return (
    <div className="tl-thread-narrow tl-noprint">
      {framing === 'client' && story}
      {view.lines.length > 0 && <ClosedLines view={view} framing={framing} />}
      {framing === 'staff' && story}
    </div>
  )
}

function ClosedLines({ view, framing }: Props) {
  const said = useWords(words)
  return (
    <section className="tl-thread-lines">
      {framing === 'client' && (
        <>
          <h2>{said.more}</h2>
          <p>{said.moreWords}</p>
        </>
      )}
      {view.lines.map((line) => (
        <Disclosure key={line.id} title={line.label} open={framing === 'staff'}>
          <p className="tl-quiet-words">{line.detail}</p>
          <LineSmall view={view} line={line} />
        </Disclosure>
      ))}
    </section>
  )
}

/** Laid out for paper, whatever the screen: seen only in print. */
function Printed({ view, framing, lines }: Shown) {
  const picture = printedPicture(view, lines, { ...useSpeech(framing), size: 15 })
  return (
    <>
      <PictureSvg className="tl-thread-printed" picture={picture} heard={useHeard(view)} />
      <PrintedMore view={view} picture={picture} own={framing === 'client'} />
    </>
  )
}

const Sentences = ({ lines }: { lines: readonly ThreadLine[] }) =>
  lines.length === 0 ? null : (
    <div className="tl-thread-sentences">
      {lines.map((line) => (
        <div key={line.id}>
          <p className={line.kind === 'belief' ? 'tl-own-words' : 'tl-sentence-title'}>{line.label}</p>
          <LineSentence line={line} />
        </div>
      ))}
    </div>
  )

function PrintButton() {
  const { print } = useWords(words)
  return (
    <p className="tl-thread-print tl-noprint">
      <Button size="small" icon={<Icon name="print" />} onPress={() => window.print()}>
        {print}
      </Button>
    </p>
  )
}
