import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { enquiryKinds, type EnquiryKind } from './enquiry.ts'
import { noteEnquiry } from './enquiry.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Three things that can have come of it, each said in a sentence. A later one stands; none is taken away. */
export function EnquiryAnswer({ enquiryId }: { enquiryId: string }) {
  const { desk } = useWords(words)
  const [note, write] = useState('')
  const [id, renew] = useState(newId)
  const sending = useSend(noteEnquiry)
  const mark = (kind: EnquiryKind) =>
    sending.mutate(
      { enquiryId, id, kind, note },
      {
        onSuccess: () => {
          write('')
          renew(newId())
        },
      },
    )
  return (
    <section className="tl-desk-answer">
      <TextArea
        label={desk.note}
        hint={desk.noteHint}
        optional
        value={note}
        onChange={write}
        maxLength={1000}
      />
      <Refusal refused={sending.error} />
      <ul>
        {enquiryKinds.map((kind) => (
          <li key={kind}>
            <Button
              kind={kind === 'answered' ? 'act' : 'quiet'}
              busy={sending.isPending}
              onPress={() => mark(kind)}
              describedBy={`say-${kind}`}
            >
              {desk.mark[kind]}
            </Button>
            <p id={`say-${kind}`}>{desk.markSay[kind]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
