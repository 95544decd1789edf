import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What the server would not take, until it was read; what was answered stays where it is. */
export function NotTaken({ outbox }: { outbox: Outbox }) {
  const { refused, understood } = useWords(words)
  const [first] = outbox.refused
  if (!first) return null
  return (
    <>
      <ProblemNotice
        problem={{ happened: first.refusal?.title || refused, next: first.refusal?.detail ?? '' }}
      />
      <Button size="small" onPress={() => void outbox.dismiss(first.order)}>
        {understood}
      </Button>
    </>
  )
}
