import { useEffect, useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { secondPaper, type Paper } from './paper.contract.ts'
import { paperSecondText } from './paper.ts'
import { en } from './words.paper.en.ts'
import { es } from './words.paper.es.ts'

const words = { en, es }

type Props = {
  paper: Paper
  personId: string
  /** Everything the first one wrote, to be held against the paper once more. */
  what: string
  onClose: () => void
}

/** The second pair of eyes signs over exactly what the first wrote. */
export function SecondPaper({ paper, personId, what, onClose }: Props) {
  const said = useWords(words)
  const { me } = useHere()
  const { mutate, error, isPending } = useSend(secondPaper)
  const [id] = useState(newId)
  const [hash, keep] = useState<string>()
  useEffect(() => {
    void digestOf(paperSecondText(paper.id, paper.documentHash)).then(keep)
  }, [paper.id, paper.documentHash])
  if (!hash) return null
  const about = { personId, paperId: paper.id, id, documentHash: hash }
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={said.attestTitle}
      printedName={me.name ?? ''}
      meaning={fill(said.secondMeaning, { what })}
      documentHash={hash}
      busy={isPending}
      onConfirmed={(confirmationId) => mutate({ ...about, confirmationId }, { onSuccess: onClose })}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
