import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import './room.css'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** What the server would not take: each stays until a person has read why. */
export function RefusedEntries({ outbox }: { outbox: Outbox }) {
  const own = useWords(words)
  if (outbox.refused.length === 0) return null
  return (
    <ul className="room-refused" role="alert" aria-label={own.refused}>
      {outbox.refused.map(({ order, refusal }) => (
        <li key={order}>
          <strong>{own.refused}:</strong> {refusal?.title} {refusal?.detail}
          <Button size="small" onPress={() => void outbox.dismiss(order)}>
            {own.refusedRead}
          </Button>
        </li>
      ))}
    </ul>
  )
}
