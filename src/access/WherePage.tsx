import { Redirect } from 'wouter'
import { useAsk } from '../platform/http/useAsk.web.ts'
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
  const none = account.seats.length === 0
  return (
    <Door>
      <h1>{none ? own.none.title : own.title}</h1>
      <p className="tl-lead">{none ? own.none.text : own.lead}</p>
      {!none && <Places seats={account.seats} />}
      <div className="tl-row">
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

function Places({ seats }: { seats: readonly Seat[] }) {
  const sit = useSit()
  const { roles, where } = useWords(words)
  const called = (role: string) => roles[role as keyof typeof roles] ?? role
  return (
    <ul className="tl-places">
      {seats.map((seat) => (
        <li key={seat.id}>
          <button type="button" className="tl-place" onClick={() => sit(seat)}>
            <strong>{seat.practiceName}</strong>
            <span>
              {seat.roles.map(called).join(', ')}
              {seat.demo && ` · ${where.demo}`}
            </span>
            <Icon name="onward" />
          </button>
        </li>
      ))}
    </ul>
  )
}
