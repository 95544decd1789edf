import { usePlace, useWords } from '../i18n/LanguageProvider.tsx'
import { fill } from '../i18n/fill.ts'
import { formatDate } from '../i18n/format.ts'
import './quiet.css'
import { Mark, type Status } from './StatusMark.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** `kept` means on this device only, waiting for the network. */
export type Saved =
  | { state: 'nothing' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'kept'; at: number }
  | { state: 'failed' }

const marks: Partial<Record<Saved['state'], Status>> = { saved: 'met', kept: 'waiting', failed: 'stop' }

/** One quiet line where the eye already is, instead of a note that flies in and away again. */
export function SavedLine({ saved }: { saved: Saved }) {
  const own = useWords(words).saved
  const place = usePlace()
  const mark = marks[saved.state]
  const at = 'at' in saved ? formatDate(saved.at, place, 'time') : ''
  return (
    <output className="tl-saved">
      {mark && <Mark state={mark} />}
      {saved.state !== 'nothing' && fill(own[saved.state], { time: at })}
    </output>
  )
}
