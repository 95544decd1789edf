import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { en } from './words.note.en.ts'
import { es } from './words.note.es.ts'

const words = { en, es }

/** Written and not yet taken: what waits for the network, and what the server refused, with its words, so none is lost. */
export function NotesWaiting({ outbox }: { outbox: Outbox }) {
  const own = useWords(words)
  const notes = outbox.waiting.filter(({ path }) => path.endsWith('/notes'))
  return (
    <>
      <OfflineBar since={outbox.offlineSince} why={outbox.why} kept={outbox.waiting.length} />
      {notes.map(({ order, input }) => (
        <Notice key={order} state="waiting" title={own.waiting}>
          <p className="tl-note-words">{'words' in input && String(input.words)}</p>
        </Notice>
      ))}
      {outbox.refused.map(({ order, refusal, input }) => (
        <Notice key={order} state="stop" title={fill(own.refused, { title: refusal?.title ?? '' })}>
          <p className="tl-note-words">{'words' in input && String(input.words)}</p>
          <p>{own.copy}</p>
          <Button size="small" onPress={() => void outbox.dismiss(order)}>
            {own.understood}
          </Button>
        </Notice>
      ))}
    </>
  )
}
