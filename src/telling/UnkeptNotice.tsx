import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { TellingNow } from './telling.contract.ts'
import type { Unkept } from './useUnkept.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** By name, each with the way to it: the words wait in this tab, and nobody was told them. */
export function UnkeptNotice({ unkept, now }: { unkept: Unkept; now: TellingNow }) {
  const { unkept: said, medicines } = useWords(words)
  const language = useLanguage()
  if (unkept.isNone) return null
  return (
    <Notice state="waiting" title={said.title}>
      <ul className="tl-history-unkept">
        {unkept.more.map(({ ask, href }) => (
          <li key={href}>
            <a href={href}>{ask[language]}</a>
          </li>
        ))}
        {unkept.medicine && (
          <li>
            <a href={`/me/history/${now.topics.length + 1}`}>{medicines.title}</a>
          </li>
        )}
      </ul>
      <p>{said.words}</p>
      {unkept.isWrong && <p>{said.wrongDate}</p>}
    </Notice>
  )
}
