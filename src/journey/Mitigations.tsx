import { fill } from '../platform/i18n/fill.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import './mitigation.css'
import type { Mitigation } from './mitigation.ts'
import { en } from './words.mitigation.en.ts'
import { es } from './words.mitigation.es.ts'

const words = { en, es }

type Props = { mitigations: readonly Mitigation[]; className: string; headingClass?: string }

/** What was promised in writing, where it has to be carried out. */
export function Mitigations({ mitigations, className, headingClass }: Props) {
  const own = useWords(words)
  const { language } = usePlace()
  if (mitigations.length === 0) return null
  const named = ({ title, about }: Mitigation) =>
    title?.[language] ?? own.about[about as keyof typeof own.about] ?? about
  return (
    <section className={className} aria-label={own.title}>
      <h2 className={headingClass}>{own.title}</h2>
      <ul className="mitigations">
        {mitigations.map((one) => (
          <li key={one.id}>
            <strong>{one.words}</strong>
            <span className="mitigation-about">
              {fill(own.because, { about: named(one), name: one.byName })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
