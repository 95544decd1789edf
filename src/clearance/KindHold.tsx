import { useAsk } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { CallLink } from '../practice/CallLink.tsx'
import './clearance.css'
import { readHold } from './hold.contract.ts'
import { en } from './words.hold.en.ts'
import { es } from './words.hold.es.ts'

const words = { en, es }

/**
 * On the client's home, while something must be talked through first: that a person will talk with them, who and by when
 * if someone took it on, and whom they can call. Never a finding, a score or a verdict; nothing while nothing is held.
 */
export function KindHold({ personId }: { personId: string }) {
  const said = useWords(words)
  const place = usePlace()
  const { data } = useAsk(readHold, { personId })
  if (!data?.held) return null
  const { call, phone, hours } = data
  return (
    <section className="tl-hold" aria-labelledby="tl-hold">
      <h2 id="tl-hold">{said.title}</h2>
      <p className="tl-lead">{said.lead}</p>
      <p className="tl-hold-call">
        {call ? said.willCall(call.memberName, formatDate(call.dueBy, place, 'weekday')) : said.noCall}
      </p>
      {phone && <CallLink phone={phone} words={said.callUs} />}
      {hours && <p className="tl-quiet-words">{hours[place.language]}</p>}
      <p>{said.otherwise}</p>
      <p>{said.meanwhile}</p>
      <p className="tl-quiet-words">{said.notWatched}</p>
      <LinkButton kind="link" href="/me/help">
        {said.help}
      </LinkButton>
    </section>
  )
}
