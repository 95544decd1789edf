import { useState } from 'react'
import { ReasonForm } from '../access/ReasonForm.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { dropPaper, type Paper } from './paper.contract.ts'
import { useEndingPaper } from './useEndingPaper.web.ts'
import { en } from './words.paper.en.ts'
import { es } from './words.paper.es.ts'

const words = { en, es }

type Props = { paper: Paper; personId: string; open: boolean; onClose: () => void }

/** Said aloud: one press writes it down, and it holds from then. */
export function PaperHeard({ paper, personId, open, onClose }: Props) {
  const said = useWords(words)
  const { end, busy, error } = useEndingPaper({ personId, paperId: paper.id }, onClose)
  return (
    <Dialog open={open} onClose={onClose} title={said.heardTitle}>
      <p>{paper.formName}</p>
      <p>{said.heardWords}</p>
      <Refusal refused={error} />
      <div className="tl-stack">
        <Button kind="act" wide busy={busy} onPress={() => end('withdrawn')}>
          {said.heardWithdrawn}
        </Button>
        <p className="tl-quiet-words">{said.heardWithdrawnHint}</p>
        <Button wide busy={busy} onPress={() => end('not-so')}>
          {said.heardNotSo}
        </Button>
      </div>
    </Dialog>
  )
}

/** What the team should not have brought in; nothing is deleted. */
export function PaperMistake({ open, onClose, paper, personId }: Props) {
  const said = useWords(words)
  return (
    <Dialog open={open} onClose={onClose} title={said.mistakeTitle}>
      {open && (
        <>
          <p>{fill(said.mistakeOf, { form: paper.formName })}</p>
          <Why paper={paper} personId={personId} onClose={onClose} />
        </>
      )}
    </Dialog>
  )
}

function Why({ paper, personId, onClose }: Omit<Props, 'open'>) {
  const said = useWords(words)
  const sending = useSend(dropPaper)
  const [id] = useState(newId)
  return (
    <ReasonForm
      words={{
        why: said.mistakeWhy,
        hint: said.mistakeHint,
        missing: said.mistakeMissing,
        now: said.mistakeNow,
        cancel: said.cancel,
      }}
      sending={sending}
      about={paper.id}
      onSend={(reason, forget) =>
        sending.mutate(
          { personId, paperId: paper.id, id, reason },
          {
            onSuccess: () => {
              forget()
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}
