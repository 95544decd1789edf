import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'

type Words<Part extends string> = Readonly<Record<Part, string>>

type Props<Part extends string> = {
  parts: readonly Part[]
  labels: Words<Part>
  said: Words<Part>
  onSay: (said: Words<Part>) => void
  /** What is still to be written, once somebody went on without it, and what is said there. */
  missing: readonly Part[]
  lacking: string
}

/** Everything that is to be written in somebody's own words, each in its place. */
export function WrittenWords<Part extends string>({ parts, labels, said, onSay, ...faults }: Props<Part>) {
  return parts.map((part) => (
    <TextArea
      key={part}
      label={labels[part]}
      rows={2}
      maxLength={2000}
      value={said[part]}
      onChange={(text) => onSay({ ...said, [part]: text })}
      error={faults.missing.includes(part) ? faults.lacking : undefined}
    />
  ))
}

type SignProps = {
  said: { readonly title: string; readonly meaning: string }
  documentHash: string
  sending: { readonly error: AskRefused | null; readonly isPending: boolean }
  onConfirmed: (confirmationId: string) => void
  onClose: () => void
}

/** Signs what was written, and says where it was refused. */
export function SignWords({ said, sending: { error, isPending }, ...signing }: SignProps) {
  const { me } = useHere()
  return (
    <ConfirmSignature
      {...signing}
      open
      title={said.title}
      meaning={said.meaning}
      printedName={me.name}
      busy={isPending}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
