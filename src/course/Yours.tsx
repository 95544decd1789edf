import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { standingDoorsOf } from './doors.ts'
import type { Home } from './home.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What was agreed and what was wished for keep a quiet place here, whatever the day: both can be changed on any of them. */
export function Yours({ home }: { home: Home }) {
  const { yours } = useWords(words)
  const doors = standingDoorsOf(home)
  if (doors.length === 0) return null
  return (
    <section className="tl-home-section">
      <h2>{yours.title}</h2>
      <ul className="tl-yours">
        {doors.map(({ what, href }) => (
          <li key={what}>
            <LinkButton kind="link" href={href}>
              {yours[what].title}
            </LinkButton>
            <p className="tl-quiet-words">{yours[what].text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
