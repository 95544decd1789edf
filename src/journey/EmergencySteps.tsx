import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { emergencyRules, emergencySource } from './emergency.ts'
import './emergency.css'
import { en } from './words.emergency.en.ts'
import { es } from './words.emergency.es.ts'

const words = { en, es }

/** What to do first, card by card, each with its rule. Nothing of anybody is in it. */
export function EmergencySteps() {
  const own = useWords(words)
  return (
    <div className="emergency-cards">
      {own.cards.map(({ name, steps }, place) => (
        <section key={name}>
          <h3>{name}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <small className="emergency-source">
            {fill(own.source, { rules: emergencyRules[place] ?? '', at: emergencySource.reference })}
          </small>
        </section>
      ))}
    </div>
  )
}
