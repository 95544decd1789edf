import { useState } from 'react'
import { ReasonForm } from '../access/ReasonForm.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { takeBack } from './brought.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; broughtId: string; when: string; open: boolean; onDone: () => void }

/** What is not so is taken back with a reason; nothing is deleted. */
export function TakeBack({ open, onDone, when, ...about }: Props) {
  const said = useWords(words)
  return (
    <Dialog open={open} onClose={onDone} title={said.backTitle}>
      {open && (
        <>
          <p>{fill(said.backOf, { when })}</p>
          <Why {...about} onDone={onDone} />
        </>
      )}
    </Dialog>
  )
}

function Why({ courseId, broughtId, onDone }: Pick<Props, 'courseId' | 'broughtId' | 'onDone'>) {
  const said = useWords(words)
  const sending = useSend(takeBack)
  const [id] = useState(newId)
  return (
    <ReasonForm
      words={{
        why: said.backWhy,
        hint: said.backHint,
        missing: said.backMissing,
        now: said.backNow,
        cancel: said.cancel,
      }}
      sending={sending}
      about={broughtId}
      onSend={(reason, forget) =>
        sending.mutate(
          { courseId, broughtId, id, reason },
          {
            onSuccess: () => {
              forget()
              onDone()
            },
          },
        )
      }
      onClose={onDone}
    />
  )
}
