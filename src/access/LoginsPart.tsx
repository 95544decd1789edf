import type { output } from 'zod/v4/core'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { endLogin, endOtherLogins, readLogins } from './account.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'

const words = { en, es }

/** Every sign-in that still opens the door, the one seen last first; any of them can be ended from here. */
export function LoginsPart() {
  const own = useWords(words).logins
  const { data } = useAsk(readLogins, {})
  const one = useSend(endLogin)
  const others = useSend(endOtherLogins)
  const logins = data?.logins ?? []
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      <Refusal refused={one.error ?? others.error} />
      <ul className="tl-places">
        {logins.map((login) => (
          <li key={login.id} className="tl-own">
            <OneLogin
              login={login}
              busy={one.isPending && one.variables?.loginId === login.id}
              onEnd={() => one.mutate({ loginId: login.id })}
            />
          </li>
        ))}
      </ul>
      {logins.length === 1 ? (
        <p>{own.only}</p>
      ) : (
        <>
          <p>{own.unknown}</p>
          <div>
            <Button onPress={() => others.mutate({})} busy={others.isPending}>
              {own.endOthers}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

type Props = {
  login: output<typeof readLogins.reply>['logins'][number]
  busy: boolean
  onEnd: () => void
}

function OneLogin({ login: { device, seenAt, here }, busy, onEnd }: Props) {
  const own = useWords(words).logins
  return (
    <>
      <p>
        <strong translate="no">{device}</strong>
        <span>
          {here ? (
            own.here
          ) : (
            <>
              {own.seen} <TimeText at={seenAt} />
            </>
          )}
        </span>
      </p>
      {!here && (
        <Button size="small" label={own.endWhich(device)} busy={busy} onPress={onEnd}>
          {own.end}
        </Button>
      )}
    </>
  )
}
