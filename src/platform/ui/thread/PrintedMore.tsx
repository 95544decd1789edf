import { formatDate } from '../../i18n/format.ts'
import { usePlace, useWords } from '../../i18n/LanguageProvider.tsx'
import { Icon } from '../Icon.tsx'
import type { Picture } from './picture.ts'
import { livedDepartures, type ThreadView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { view: ThreadView; picture: Picture; own: boolean }

/** On paper nothing can be opened: the words that the picture had to cut stand whole below it, and the lock is explained. */
export function PrintedMore({ view, picture, own }: Props) {
  const { whole, keptOwn, keptOther } = useWords(words)
  const place = usePlace()
  const drawn = new Set(picture.labels.map(({ lines }) => lines.join(' ')))
  const lived = view.words.filter(({ at }) => at <= view.now)
  const cut = new Set(lived.flatMap(({ text }) => (text === undefined || drawn.has(text) ? [] : [text])))
  return (
    <div className="tl-thread-printed">
      {lived.some((word) => word.private) && (
        <p className="tl-kept">
          <Icon name="lock" />
          <span>{own ? keptOwn : keptOther}</span>
        </p>
      )}
      {livedDepartures(view)
        .filter(({ label }) => !drawn.has(label))
        .map(({ id, at, label }) => (
          <p key={id}>
            {label}, {formatDate(at, place, 'date')}
          </p>
        ))}
      {cut.size > 0 && (
        <>
          <p>{whole}</p>
          <ul>
            {[...cut].map((text) => (
              <li key={text} className="tl-own-words">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
