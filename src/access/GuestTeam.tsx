import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { CheckLicense } from './CheckLicense.tsx'
import { DismissGuest } from './DismissGuest.tsx'
import { readGuests, type Guests } from './guest.contract.ts'
import './guest.css'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

type Guest = Guests['guests'][number]

/** A practice of one bears its holder's name, which is not said twice. */
function Whence({ guest: { practiceName, name } }: { guest: Guest }) {
  const { team } = useWords(words)
  if (practiceName === null) return team.pending
  return practiceName === name ? team.sole : fill(team.guest, { practice: practiceName })
}

/** As they state it, and what the board’s own list said when somebody here looked. */
function License({ guest: { license, licenseCheck: look } }: { guest: Guest }) {
  const { team } = useWords(words)
  const place = usePlace()
  return (
    <p className="tl-quiet-words">
      {license && fill(team.license, license)}{' '}
      {look
        ? fill(team.checks[look.found], {
            where: look.lookedIn,
            name: look.byName,
            day: formatDate(look.at, place),
          })
        : team.checks.never}
    </p>
  )
}

function Ended({ guest: { state, endedAt, reason } }: { guest: Guest }) {
  const { team } = useWords(words)
  const place = usePlace()
  if (state !== 'ended-here' || endedAt === null || reason === null) return null
  return <p>{fill(team.ended, { day: formatDate(endedAt, place), reason })}</p>
}

/** For the practice's own team: who from outside takes part or has been invited, and that only the client lets them in. */
export function GuestTeam({ personId, courseId }: { personId: string; courseId: string }) {
  const { team } = useWords(words)
  const { data } = useAsk(readGuests, { personId })
  const here = (data?.guests ?? []).filter(
    (guest) => guest.courseId === courseId && ['here', 'invited', 'ended-here'].includes(guest.state),
  )
  if (here.length === 0) return null
  return (
    <section className="tl-chart-part" aria-labelledby="guests">
      <h3 id="guests">{team.title}</h3>
      <ul className="tl-guest-list">
        {here.map((guest) => (
          <li key={guest.id}>
            <div>
              <strong translate="no">{guest.name}</strong>{' '}
              <span className="tl-quiet-words">
                <Whence guest={guest} />
              </span>
              {guest.license && <License guest={guest} />}
              <Ended guest={guest} />
            </div>
            {data && guest.state !== 'ended-here' && (
              <div className="tl-row">
                {data.can.checkLicense && guest.license && (
                  <CheckLicense personId={personId} guest={{ ...guest, license: guest.license }} />
                )}
                {data.can.dismiss && <DismissGuest personId={personId} guest={guest} />}
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="tl-quiet-words">{team.words}</p>
    </section>
  )
}
