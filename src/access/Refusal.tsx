import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What the server refused, in its own words; how long to wait, where it said so; and what to do without a network. */
export function Refusal({ refused }: { refused: AskRefused | null }) {
  const own = useWords(words).refusal
  if (!refused) return null
  const { kind, title, detail, fields, requestId } = refused.problem
  if (kind === 'offline') return <ProblemNotice problem={own.offline} takesFocus />
  const seconds = Number(fields.find(({ path }) => path === 'seconds')?.fault)
  const next = Number.isFinite(seconds) ? own.wait(seconds) : detail
  return <ProblemNotice problem={{ happened: title, next }} reference={requestId} takesFocus />
}
