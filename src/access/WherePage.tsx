import { Redirect } from 'wouter'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { readAccount } from './account.contract.ts'
import { type Seat, useSignOut, useSit } from './arrive.web.ts'
import { Door } from './Door.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

/** One sign-in may have several places: which one now. */
export function WherePage() {
  const own = useWords(words).where
  const { data: account, error } = useAsk(readAccount, {})
  const leave = useSignOut()
  if (error?.problem.kind === 'not-signed-in' || account?.complete === false)
    return <Redirect to="/sign-in" replace />
  if (!account) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  return (
    <Door>
      <Heading seats={account.seats} />
      {account.seats.length > 0 && <Places seats={account.seats} />}
      <div className="tl-row">
        {account.staff && (
          <LinkButton kind="link" href="/account/notes">
            {own.notes}
          </LinkButton>
        )}
        <LinkButton kind="link" href="/account">
          {own.account}
        </LinkButton>
        <Button kind="link" onPress={() => void leave()}>
          {own.signOut}
        </Button>
      </div>
    </Door>
  )
}

function Heading({ seats }: { seats: readonly Seat[] }) {
  const own = useWords(words).where
  const none = seats.length === 0
  const lead = seats.every(({ sole }) => sole) ? own.nowhere : own.lead
  return (
    <>
      <h1>{none ? own.none.title : own.title}</h1>
      <p className="tl-lead">{none ? own.none.text : lead}</p>
    </>
  )
}

/** Where there is something to do first; a practice that holds only one's own name, last. */
const inOrder = (seats: readonly Seat[]): Seat[] =>
  seats.toSorted((one, other) => Number(one.sole) - Number(other.sole))

function Places({ seats }: { seats: readonly Seat[] }) {
  const sit = useSit()
  const { roles, where } = useWords(words)
  const called = (role: string) => roles[role as keyof typeof roles] ?? role
  const saidOf = ({ about, sole, roles: held }: Seat): string => {
    if (sole) return where.sole
    const as = held.map(called).join(', ')
    return about === null ? as : `${as} · ${fill(where.with, { name: about })}`
  }
  return (
    <ul className="tl-places">
      {inOrder(seats).map((seat) => (
        <li key={seat.id}>
          <button type="button" className="tl-place" onClick={() => sit(seat)}>
            <strong>{seat.practiceName}</strong>
            <span>
              {saidOf(seat)}
              {seat.demo && !seat.sole && ` · ${where.demo}`}
            </span>
            <Icon name="onward" />
          </button>
        </li>
      ))}
    </ul>
  )
}
