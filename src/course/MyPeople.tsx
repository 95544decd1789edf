import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { useKept } from '../platform/offline/useKept.web.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { CallLink } from '../practice/CallLink.tsx'
import { readHelp } from '../practice/practice.contract.ts'
import type { Home } from './home.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Who takes part in my care, how to reach them, and what no one does at night. */
export function MyPeople({ home }: { home: Home }) {
  const { people } = useWords(words)
  const language = useLanguage()
  const { data } = useKept(readHelp, {}, { atHand: true })
  return (
    <>
      <section className="tl-home-section">
        <h2>{people.title}</h2>
        {home.team.length === 0 && <p>{people.none}</p>}
        <ul className="tl-people">
          {home.team.map(({ memberId, name, roles }) => (
            <li key={memberId}>
              <strong translate="no">{name}</strong>
              <span className="tl-quiet-words">{said(roles, people.roles, language)}</span>
            </li>
          ))}
        </ul>
        <LinkButton kind="link" size="small" href="/me/others">
          {people.others}
        </LinkButton>
        {data?.phone && <CallLink phone={data.phone} words={people.call} />}
        <Notice>
          {data?.help && <p>{data.help.hours[language]}</p>}
          <p>
            <strong>{people.nobodyWatches}</strong> {people.atNight}
          </p>
        </Notice>
      </section>
      <section className="tl-home-section">
        <h2>{people.help}</h2>
        <LinkButton wide href="/me/help">
          {people.helpMore}
        </LinkButton>
        <LinkButton kind="link" size="small" href="/me/help/concern">
          {people.concern}
        </LinkButton>
      </section>
    </>
  )
}

type Roles = (typeof en)['people']['roles']

const said = (roles: readonly string[], names: Roles, language: 'en' | 'es'): string =>
  listed(
    language,
    roles.flatMap((role) => (role in names ? [names[role as keyof Roles]] : [])),
  )
