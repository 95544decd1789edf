import { useState, type ReactNode } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { ProofForm } from './ProofForm.tsx'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'

const words = { en, es }

type Waiting = { documentHash: string; run: (confirmationId: string) => void }

/**
 * Asks for proof before something is done. `confirmed(hash, run)` opens the dialog and calls `run` once it is you;
 * `dialog` goes anywhere on the page.
 */
export function useConfirmed(): {
  confirmed: (documentHash: string, run: (confirmationId: string) => void) => void
  dialog: ReactNode
} {
  const own = useWords(words).confirm
  const [waiting, wait] = useState<Waiting>()
  const close = () => wait(undefined)
  const dialog = (
    <Dialog open={waiting !== undefined} onClose={close} title={own.title}>
      <p>{own.lead}</p>
      {waiting && (
        <ProofForm
          documentHash={waiting.documentHash}
          go={own.go}
          busy={false}
          onClose={close}
          onConfirmed={(confirmationId) => {
            close()
            waiting.run(confirmationId)
          }}
        />
      )}
    </Dialog>
  )
  return { confirmed: (documentHash, run) => wait({ documentHash, run }), dialog }
}
