import { usePlace, useWords } from '../../i18n/LanguageProvider.tsx'
import { fill } from '../../i18n/fill.ts'
import { formatDate } from '../../i18n/format.ts'
import { Icon } from '../Icon.tsx'
import { type Chapter, type Entry, storyOf } from './story.ts'
import { ThreadGutter, ThreadItem } from './ThreadItem.tsx'
import {
  agreedFor,
  earlierIn,
  inTime,
  momentsAhead,
  plannedDoses,
  type ThreadView,
  type ThreadWord,
} from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  view: ThreadView
  /** `own` reads their own private words; anyone else sees that they are kept. */
  own: boolean
}

/** The picture told in order: the whole of it on a phone, and the way a screen reader hears it anywhere. */
export function ThreadStory({ view, own }: Props) {
  const chapters = storyOf(view)
  const said = useWords(words)
  const place = usePlace()
  const isBeginning = chapters.length === 1 && view.words.length === 0
  return (
    <ThreadGutter>
      <Elsewhere view={view} />
      {chapters.map((chapter) => (
        <ThreadItem
          key={chapter.from}
          slack={chapter.kind === 'preparation'}
          loops={chapter.kind === 'journey' ? 1 : 0}
          then={chapter.kind === 'preparation' ? 'slack' : 'stitch'}
        >
          <ChapterHead chapter={chapter} earlier={earlierIn(view).length} />
          {chapter.departures.map(({ id, at, label }) => (
            <p key={id} className="tl-kept">
              <Icon name="leave" />
              <span>
                {label}, <time dateTime={new Date(at).toISOString()}>{formatDate(at, place, 'moment')}</time>
              </span>
            </p>
          ))}
          {isBeginning && <p>{said.beginning}</p>}
          {chapter.kind === 'journey' && chapter.entries.length === 0 && (
            <p className="tl-quiet-words">{said.noWords}</p>
          )}
          {chapter.entries.map((entry) => (
            <Told key={entry.word.id} entry={entry} own={own} />
          ))}
        </ThreadItem>
      ))}
      <Ahead view={view} />
    </ThreadGutter>
  )
}

/** What was elsewhere is told first, whenever it was: it was not on this thread. */
function Elsewhere({ view }: { view: ThreadView }) {
  const said = useWords(words)
  const earlier = earlierIn(view)
  if (earlier.length === 0) return null
  return (
    <ThreadItem then="before" node="elsewhere">
      <h2 className="tl-item-head">{said.elsewhere}</h2>
      <p className="tl-quiet-words">{said.elsewhereWords}</p>
      <ul>
        {earlier.map(({ id, when }) => (
          <li key={id}>{fill(said.elsewhereOne, { when })}</li>
        ))}
      </ul>
    </ThreadItem>
  )
}

function ChapterHead({ chapter, earlier }: { chapter: Chapter; earlier: number }) {
  const { kind, journey, from, to } = chapter
  const said = useWords(words)
  const place = usePlace()
  const day = (at: number) => formatDate(at, place, 'short')
  const name = nameOf(journey, earlier, said)
  return (
    <>
      <p className="tl-quiet-words">
        {kind === 'journey' || day(from) === day(to) ? day(from) : `${day(from)} – ${day(to)}`}
      </p>
      <h2 className="tl-item-head">{kind === 'journey' ? name : said.picture.preparation}</h2>
    </>
  )
}

/** Where there were others elsewhere, "first" would not be so: it is the first here. */
function nameOf(journey: number, earlier: number, said: typeof en): string {
  if (earlier > 0) return fill(said.journeyHere, { n: journey, all: journey + earlier })
  return said.journey[journey - 1] ?? fill(said.journeyNumber, { n: journey })
}

function Told({ entry: { word, after }, own }: { entry: Entry; own: boolean }) {
  return (
    <>
      <Word word={word} own={own} />
      {after.length > 0 && (
        <ul className="tl-chain">
          {after.map((later) => (
            <li key={later.id}>
              <Later word={later} own={own} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Word({ word, own }: { word: ThreadWord; own: boolean }) {
  const said = useWords(words)
  return (
    <div>
      <p className="tl-quiet-words">{said.picture.rows[word.kind]}</p>
      {word.text !== undefined && <q className="tl-own-words">{word.text}</q>}
      {word.private && <Kept own={own} />}
    </div>
  )
}

function Later({ word, own }: { word: ThreadWord; own: boolean }) {
  const said = useWords(words)
  return (
    <>
      <strong>{said.picture.rows[word.kind]}:</strong> {word.text}
      {word.private && <Kept own={own} />}
    </>
  )
}

function Kept({ own }: { own: boolean }) {
  const { keptOwn, keptOther } = useWords(words)
  return (
    <span className="tl-kept">
      <Icon name="lock" />
      {own ? keptOwn : keptOther}
    </span>
  )
}

function Ahead({ view }: { view: ThreadView }) {
  const said = useWords(words)
  const place = usePlace()
  const planned = plannedDoses(view).map(({ at, ...dose }) => ({
    at,
    label: agreedFor(view, { at, ...dose })?.label ?? said.table.planned,
  }))
  const moments = inTime([...momentsAhead(view), ...planned])
  if (view.endedAt !== undefined && moments.length === 0) return null
  return (
    <ThreadItem then="ahead" node="open">
      <h2 className="tl-item-head">{said.ahead}</h2>
      {moments.length === 0 && <p>{said.aheadEmpty}</p>}
      <ul>
        {moments.map(({ at, label }) => (
          <li key={`${at} ${label}`}>
            {label}, <time dateTime={new Date(at).toISOString()}>{formatDate(at, place, 'weekday')}</time>
          </li>
        ))}
      </ul>
    </ThreadItem>
  )
}
