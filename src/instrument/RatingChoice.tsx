import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Instrument } from './instrument.ts'
import { isWorded } from './ownWords.ts'
import type { RatingsNow } from './rating.contract.ts'
import { standing } from './response.ts'
import type { Written } from './useRating.web.ts'
import { useCalled } from './useCalled.web.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

type Props = {
  now: RatingsNow
  /** What was begun, here or on another device. */
  begun: readonly { readonly written: Written; readonly savedAt: number }[]
  personId: string
  onBegin: (instrument: Instrument) => void
  onGoOn: (written: Written) => void
  onCorrect: (id: string) => void
}

const hasWords = (instrument: Instrument) => isWorded(instrument, 'en') || isWorded(instrument, 'es')

/** What was begun, and what the schedule asks for now, stand first; then everything, by how it is asked. */
export function RatingChoice({ now, begun, personId, onBegin, onGoOn, onCorrect }: Props) {
  const { choose } = useWords(words)
  const all = now.instruments.map(({ instrument }) => instrument)
  const due = now.instruments.flatMap(({ instrument, due: isDue }) => (isDue ? [instrument] : []))
  const worded = all.filter(hasWords)
  const ownCopy = all.filter((instrument) => !hasWords(instrument))
  const list = (title: string, instruments: readonly Instrument[]) => (
    <Instruments title={title} instruments={instruments} onBegin={onBegin} />
  )
  return (
    <div className="tl-rate-choice">
      <h1>{choose.title}</h1>
      <p className="tl-lead">{choose.lead}</p>
      <Begun begun={begun} onGoOn={onGoOn} />
      {list(choose.due, due)}
      {list(
        choose.rated,
        worded.filter(({ rater }) => rater === 'clinician'),
      )}
      {list(
        choose.together,
        worded.filter(({ rater }) => rater === 'self'),
      )}
      <Disclosure title={choose.ownCopy}>
        <p className="tl-quiet-words">{choose.ownCopyWords}</p>
        {list('', ownCopy)}
      </Disclosure>
      <Disclosure title={choose.correct}>
        <Saved now={now} onCorrect={onCorrect} />
      </Disclosure>
      <LinkButton kind="link" href={`/app/people/${personId}/measures`}>
        {choose.back}
      </LinkButton>
    </div>
  )
}

function Begun({ begun, onGoOn }: Pick<Props, 'begun' | 'onGoOn'>) {
  const called = useCalled()
  const { choose } = useWords(words)
  const place = usePlace()
  if (begun.length === 0) return null
  return (
    <section>
      <h2>{choose.begun}</h2>
      <ul className="tl-rate-menu">
        {begun.map(({ written, savedAt }) => (
          <li key={written.id}>
            <Pick
              name={called(written.instrument.name)}
              detail={choose.begunAt(formatDate(savedAt, place, 'moment'))}
              onPick={() => onGoOn(written)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type ListProps = {
  title: string
  instruments: readonly Instrument[]
  onBegin: (instrument: Instrument) => void
}

function Instruments({ title, instruments, onBegin }: ListProps) {
  const called = useCalled()
  const { choose } = useWords(words)
  const language = useLanguage()
  if (instruments.length === 0) return null
  const detailOf = ({ items, tier }: Instrument) => {
    const count = plural(language, items.filter(({ setting }) => !setting).length, choose.questions)
    return tier === 'O' ? `${count}, ${choose.own}` : count
  }
  return (
    <section>
      {title && <h2>{title}</h2>}
      <ul className="tl-rate-menu">
        {instruments.map((instrument) => (
          <li key={instrument.id}>
            <Pick
              name={called(instrument.name)}
              detail={detailOf(instrument)}
              onPick={() => onBegin(instrument)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Pick = ({ name, detail, onPick }: { name: string; detail: string; onPick: () => void }) => (
  <button type="button" className="tl-rate-pick" onClick={onPick}>
    <strong>{name}</strong> <span className="tl-quiet-words">{detail}</span>
  </button>
)

function Saved({ now, onCorrect }: Pick<Props, 'now' | 'onCorrect'>) {
  const called = useCalled()
  const { choose } = useWords(words)
  const place = usePlace()
  const written = standing(now.written)
  if (written.length === 0) return <p className="tl-quiet-words">{choose.none}</p>
  const nameOf = (id: string) =>
    called(now.instruments.find(({ instrument }) => instrument.id === id)?.instrument.name ?? id)
  return (
    <ul className="tl-rate-menu">
      {written.map(({ id, instrumentId, answeredAt, by }) => (
        <li key={id}>
          <Pick
            name={nameOf(instrumentId)}
            detail={[formatDate(answeredAt, place, 'moment'), by].filter(Boolean).join(', ')}
            onPick={() => onCorrect(id)}
          />
        </li>
      ))}
    </ul>
  )
}
