import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { UnkeptLine } from '../platform/ui/UnkeptLine.tsx'
import type { Draft } from './useDraft.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  draft: Pick<Draft<object>, 'begun' | 'waits'>
  /** Said instead of "you had begun", where what these words belong to is kept already. */
  beside?: string | undefined
}

/** Under a client's own words, before they are kept: where they are meanwhile, and what takes them away. */
export function DraftLine({ draft: { begun, waits }, beside }: Props) {
  const { draft } = useWords(words)
  const first = beside ?? (begun ? draft.begun : undefined)
  if (!waits)
    return (
      <>
        {beside && <p className="tl-quiet-words">{beside}</p>}
        <UnkeptLine />
      </>
    )
  return (
    <p className="tl-quiet-words">
      {first && <strong>{first}</strong>} {draft.waits}
    </p>
  )
}
