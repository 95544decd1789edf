import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { UnkeptLine } from '../platform/ui/UnkeptLine.tsx'
import type { Draft } from './useDraft.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Under a client's own words, before they are kept: where they are meanwhile, and what takes them away. */
export function DraftLine({ draft: { begun, waits } }: { draft: Pick<Draft<object>, 'begun' | 'waits'> }) {
  const { draft } = useWords(words)
  if (!waits) return <UnkeptLine />
  return (
    <p className="tl-quiet-words">
      {begun && <strong>{draft.begun}</strong>} {draft.waits}
    </p>
  )
}
