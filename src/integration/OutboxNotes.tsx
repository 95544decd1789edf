import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What waits on this device, and what the server would not take. */
export function OutboxNotes({ outbox }: { outbox: Outbox }) {
  const { tell } = useWords(words)
  return (
    <>
      <OfflineBar since={outbox.offlineSince} why={outbox.why} kept={outbox.waiting.length} />
      {outbox.refused.map(({ order, refusal, input }) => (
        <Notice key={order} title={refusal?.title} state="waiting">
          <p>{refusal?.detail}</p>
          {'words' in input && <p className="tl-own-words">{String(input.words)}</p>}
          <Button size="small" onPress={() => void outbox.dismiss(order)}>
            {tell.understood}
          </Button>
        </Notice>
      ))}
    </>
  )
}
