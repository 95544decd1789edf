import { fill } from '../platform/i18n/fill.ts'
import { formatDate, relativeWords } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { daysBetween } from './arc.ts'
import type { Board } from './board.contract.ts'
import { Part, Person } from './BoardPart.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = { board: Board }

/** Nobody comes: a quiet day, unless somebody was here already. */
export function NoOneElse({ board }: Props) {
  const { board: said } = useWords(words)
  if (board.gone.length > 0) return <li className="tl-quiet-words">{said.noOneElse}</li>
  return (
    <li className="tl-board-none">
      <EmptyState title={said.noOne}>{said.noOneWords}</EmptyState>
    </li>
  )
}

/** Who is gone, and how. Whoever did not go home by discharge is not passed over as if the day were done. */
export function Gone({ board }: Props) {
  const { board: said } = useWords(words)
  const place = usePlace()
  if (board.gone.length === 0) return null
  const isToday = (at: number) => daysBetween(board.careNow, at, place.timeZone) === 0
  return (
    <Part title={said.gone}>
      {board.gone.map((one) => (
        <li key={one.sessionId}>
          <p className="tl-board-time">{formatDate(one.at, place, isToday(one.at) ? 'time' : 'moment')}</p>
          <div>
            <Person person={one} />
            <p className="tl-quiet-words">{fill(said.journey, { n: one.number })}</p>
            <StatusMark state={one.how === 'home' ? 'met' : 'stop'}>{said.goneHow[one.how]}</StatusMark>
          </div>
        </li>
      ))}
    </Part>
  )
}

/** For whoever answers: that somebody wrote and waits, until they are answered. */
export function NewEnquiries({ board: { enquiries, careNow } }: Props) {
  const { board: said } = useWords(words)
  const language = useLanguage()
  if (enquiries === null || enquiries.oldestAt === null) return null
  return (
    <Part title={said.enquiries}>
      <li>
        <div>
          <p>{plural(language, enquiries.waiting, said.enquiriesWait)}</p>
          <p className="tl-quiet-words">
            {fill(said.oldest, { when: relativeWords(enquiries.oldestAt, careNow, language) })}
          </p>
        </div>
        <LinkButton size="small" href="/app/enquiries">
          {said.answerThem}
        </LinkButton>
      </li>
    </Part>
  )
}
