import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { EnquiryStanding } from './enquiry.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Waiting until somebody has answered; then what became of it. */
export function Standing({ standing }: { standing: EnquiryStanding | null }) {
  const { desk } = useWords(words)
  return standing === null ? (
    <StatusMark state="waiting">{desk.waiting}</StatusMark>
  ) : (
    <StatusMark state="met">{desk.kinds[standing]}</StatusMark>
  )
}
