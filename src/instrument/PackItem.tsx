import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { PackNow } from './pack.contract.ts'
import { PackAccept, PackTakeBack } from './PackDecide.tsx'
import { PackPast } from './PackPast.tsx'
import { en } from './words.pack.en.ts'
import { es } from './words.pack.es.ts'

const words = { en, es }
const both = ['en', 'es'] as const

/** One pack: whose it is, what its condition says, and where it stands here. */
export function PackItem({ pack }: { pack: PackNow }) {
  const said = useWords(words)
  const language = useLanguage()
  const heading = `pack-${pack.instrumentId}`
  return (
    <section className="tl-pack" aria-labelledby={heading}>
      <div className="tl-row">
        <h2 id={heading}>{pack.name}</h2>
        <Standing pack={pack} />
      </div>
      <p className="tl-quiet-words">
        {fill(said.owner, { owner: pack.owner })}. {plural(language, pack.questions, said.size)}.
      </p>
      <h3>{said.condition}</h3>
      <p className="tl-pack-condition">{pack.condition[language]}</p>
      <Words pack={pack} />
      <Decided pack={pack} />
      <PackPast pack={pack} />
    </section>
  )
}

function Standing({ pack }: { pack: PackNow }) {
  const { states } = useWords(words)
  if (pack.languages.length === 0) return <span className="tl-quiet-words">{states.wordless}</span>
  if (pack.held) return <StatusMark state="met">{states.on}</StatusMark>
  if (isChanged(pack)) return <StatusMark state="waiting">{states.changed}</StatusMark>
  return <span className="tl-quiet-words">{states.off}</span>
}

/** What was accepted last is not the text of today. */
const isChanged = ({ held, decisions: [last] }: PackNow): boolean => !held && last?.accepted === true

function Words({ pack }: { pack: PackNow }) {
  const said = useWords(words)
  const language = useLanguage()
  const here = pack.languages.map((one) => said.languages[one])
  const without = both.flatMap((one) => {
    const why = pack.without[one]
    return why ? [fill(said.without[why], { language: said.languages[one] })] : []
  })
  return (
    <div>
      {here.length > 0 && <p>{fill(said.inLanguages, { languages: listed(language, here) })}</p>}
      {without.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {without.length > 0 && (
        <p>
          {said.ownWords} <a href="/app/practice/words">{said.ownWordsLink}</a>
        </p>
      )}
    </div>
  )
}

function Decided({ pack }: { pack: PackNow }) {
  const said = useWords(words)
  const place = usePlace()
  const [last] = pack.decisions
  if (pack.languages.length === 0) return null
  if (pack.held && last)
    return (
      <>
        <p>{fill(said.accepted, { name: last.by, day: formatDate(last.at, place, 'date') })}</p>
        <LinkButton size="small" href="/app/practice/questions">
          {said.toSchedule}
        </LinkButton>
        <PackTakeBack pack={pack} />
      </>
    )
  return (
    <>
      {isChanged(pack) && last && (
        <p>{fill(said.changedSince, { day: formatDate(last.at, place, 'date') })}</p>
      )}
      <PackAccept key={pack.edition} pack={pack} />
    </>
  )
}
