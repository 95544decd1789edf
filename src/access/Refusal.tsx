import type { AskProblem, AskRefused } from '../platform/http/ask.web.ts'
import { useFailedRead } from '../platform/http/useFailedRead.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { ProblemNotice, type ProblemWords } from '../platform/ui/ProblemNotice.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  refused: AskRefused | null
  /** What did not match, where the page knows better than the server may say. */
  notRecognised?: ProblemWords | undefined
}

/** A fault of ours can be found by its reference; a refusal needs none. */
const ours: readonly string[] = ['internal', 'cannot-save']

/** What the server refused, in its own words; how long to wait, where it said so; and what to do without a network. */
export function Refusal({ refused, notRecognised }: Props) {
  const own = useWords(words).refusal
  const again = useFailedRead(refused)
  if (!refused) return null
  if (again) return <NothingCame problem={refused.problem} again={again} />
  const { kind, title, detail, fields, requestId } = refused.problem
  if (kind === 'offline') return <ProblemNotice problem={own.offline} takesFocus />
  if (kind === 'not-recognised' && notRecognised) return <ProblemNotice problem={notRecognised} takesFocus />
  const seconds = Number(fields.find(({ path }) => path === 'seconds')?.fault)
  const next = Number.isFinite(seconds) ? own.wait(seconds) : detail
  const reference = ours.includes(kind) ? requestId : undefined
  // What answered was no server of ours, and said nothing: then it is said that it is not known.
  const problem = title === '' ? undefined : { happened: title, next }
  return <ProblemNotice problem={problem} reference={reference} takesFocus />
}

/** Nothing was written here that could be lost, and nothing else is on the page: it is asked for once more. */
function NothingCame({ problem: { kind, requestId }, again }: { problem: AskProblem; again: () => void }) {
  const { read } = useWords(words).refusal
  return (
    <ProblemNotice
      problem={kind === 'offline' ? read.offline : read.ours}
      reference={kind === 'offline' ? undefined : requestId}
      onRetry={again}
      takesFocus
    />
  )
}
