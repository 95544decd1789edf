import { type FormEvent, type ReactNode, useState } from 'react'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { readAccount } from './account.contract.ts'
import { confirm } from './confirmation.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

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
        busy={busy ?? false}
      />
    </Dialog>
  )
}

type FormProps = Pick<Signing, 'documentHash' | 'onConfirmed'> & { onClose: () => void; busy: boolean }

function ProofForm({ documentHash, onConfirmed, onClose, busy }: FormProps) {
  const own = useWords(words).confirm
  const { data: account } = useAsk(readAccount, {})
  const { mutate, error, isPending } = useSend(confirm)
  const [typed, type] = useState({ password: '', code: '' })
  const [missing, mark] = useState({ password: false, code: false })
  const asksCode = account?.factors.code ?? true
  const hand = (event: FormEvent) => {
    event.preventDefault()
    const lacking = { password: typed.password === '', code: asksCode && typed.code.length < 6 }
    mark(lacking)
    if (lacking.password || lacking.code) return
    const proof = { password: typed.password, ...(asksCode && { code: typed.code }) }
    mutate({ documentHash, proof }, { onSuccess: ({ confirmationId }) => onConfirmed(confirmationId) })
  }
  return (
    <form onSubmit={hand} noValidate>
      <Refusal refused={error} />
      <TextField
        type="password"
        autoComplete="current-password"
        label={own.password}
        value={typed.password}
        error={missing.password ? own.empty.password : undefined}
        onChange={(password) => type({ ...typed, password })}
      />
      {asksCode && (
        <CodeField
          label={own.code}
          hint={own.codeHint}
          value={typed.code}
          error={missing.code ? own.empty.code : undefined}
          onChange={(code) => type({ ...typed, code })}
        />
      )}
      <div className="tl-dialog-actions">
        <Button kind="act" type="submit" busy={isPending || busy} busyWords={own.working}>
          {own.sign}
        </Button>
        <Button onPress={onClose}>{own.notNow}</Button>
      </div>
    </form>
  )
}
