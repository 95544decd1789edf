import type { ReactNode } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { ProofForm } from './ProofForm.tsx'
import { en } from './words.confirm.en.ts'
import { es } from './words.confirm.es.ts'

const words = { en, es }

export type Signing = {
  /** What is signed, by the name the signer knows it under. */
  title: string
  printedName: string
  /** What the signature says: "I agree to this plan." */
  meaning: string
  /** SHA-256 of the document as it was shown, in hex; the server works out its own and compares. */
  documentHash: string
  /** Good for two minutes and one signature: send it at once. */
  onConfirmed: (confirmationId: string) => void
}

type Props = Signing & {
  open: boolean
  onClose: () => void
  /** The signature itself is being sent. */
  busy?: boolean | undefined
  /** Why the signature was refused, said where it was asked for. */
  children?: ReactNode
}

/** Says once more what is signed, as whom and what that means, and asks for proof that it is you. */
export function ConfirmSignature({ open, onClose, children, busy, ...signing }: Props) {
  const own = useWords(words).confirm
  return (
    <Dialog open={open} onClose={onClose} title={own.title}>
      <DefinitionList
        items={[
          { term: own.youSign, detail: signing.title },
          { term: own.as, detail: signing.printedName },
          { term: own.meaning, detail: signing.meaning },
        ]}
      />
      {children}
      <ProofForm
        documentHash={signing.documentHash}
        onConfirmed={signing.onConfirmed}
        onClose={onClose}
        go={own.sign}
        busy={busy ?? false}
      />
    </Dialog>
  )
}
