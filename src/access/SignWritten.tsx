import { ConfirmSignature, type Signing } from './ConfirmSignature.tsx'
import { Refusal } from './Refusal.tsx'
import type { Signed } from './signed.web.ts'

type Props = Pick<Signing, 'title' | 'printedName' | 'meaning'> & { signed: Signed }

/** The proof over something that was written just before. */
export const SignWritten = ({ signed, ...signing }: Props) =>
  signed.documentHash !== undefined && (
    <ConfirmSignature
      open
      onClose={signed.close}
      documentHash={signed.documentHash}
      busy={signed.busy}
      onConfirmed={signed.send}
      {...signing}
    >
      <Refusal refused={signed.error} />
    </ConfirmSignature>
  )
