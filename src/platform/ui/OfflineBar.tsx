import { usePlace, useWords } from '../i18n/LanguageProvider.tsx'
import { fill } from '../i18n/fill.ts'
import { formatDate } from '../i18n/format.ts'
import { plural } from '../i18n/plural.ts'
import './quiet.css'
import { Icon } from './Icon.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  /** When the network went; nothing while it is there. */
  since: number | undefined
  /** What closed the line: the network, where it is not said. */
  why?: 'offline' | 'server' | 'signed-out' | undefined
  /** Entries kept on this device and not yet taken by the server. */
  kept: number
  /** What of this page is kept, where not all of it is; otherwise everything is. */
  holds?: string
}

/** Says what is true and what is safe. Shows nothing when there is nothing to say. */
export function OfflineBar({ since, why = 'offline', kept, holds }: Props) {
  const own = useWords(words).offline
  const place = usePlace()
  const safe = plural(place.language, kept, own.safe)
  return (
    <output className="tl-offline">
      {since !== undefined && (
        <>
          <Icon name="cut" />
          <span>
            <strong>{fill(own.since[why], { time: formatDate(since, place, 'time') })}</strong>{' '}
            {kept > 0 && safe} {kept > 0 && why !== 'offline' && own.goes[why]}{' '}
            {holds ?? (kept > 0 ? '' : own.stay)}
          </span>
        </>
      )}
      {since === undefined && kept > 0 && <span>{plural(place.language, kept, own.sending)}</span>}
    </output>
  )
}
