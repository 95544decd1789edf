import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { HistoryRead } from './HistoryPart.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What counts is what the rules rest on first: problems, medicines, allergies. */
export function StillToConfirm({ history }: { history: Pick<HistoryRead, 'items'> }) {
  const { history: said } = useWords(words)
  const language = useLanguage()
  const open = history.items.filter(
    ({ item, standing }) =>
      standing === 'to-be-confirmed' && ['problem', 'medicine', 'allergy'].includes(item.kind),
  ).length
  return open === 0 ? (
    <StatusMark state="met">{said.allSeen}</StatusMark>
  ) : (
    <StatusMark state="waiting">{plural(language, open, said.waiting)}</StatusMark>
  )
}
