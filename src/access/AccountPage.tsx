import { Redirect } from 'wouter'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useChooseLanguage, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { languages } from '../platform/i18n/language.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { chooseLanguage, readAccount } from './account.contract.ts'
import { type Account, homeOf, useSignOut } from './arrive.web.ts'
import { AppPart } from './AppPart.tsx'
import { CodesPart } from './CodesPart.tsx'
import { Door } from './Door.tsx'
import { LoginsPart } from './LoginsPart.tsx'
import { PasskeysPart } from './PasskeysPart.tsx'
import { IdleWatch } from './IdleWatch.tsx'
import { PasswordPart } from './PasswordPart.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'
import { en as doorEn } from './words.door.en.ts'
import { es as doorEs } from './words.door.es.ts'

const words = { en, es }
const doorWords = { en: doorEn, es: doorEs }

/** One's own sign-in: where it is open, what opens it, and in which language we write. */
export function AccountPage() {
  const own = useWords(words)
  const { data: account, error, errorUpdatedAt } = useAsk(readAccount, {})
  const gone = error?.problem.kind === 'not-signed-in'
  if ((gone && !account) || account?.complete === false) return <Redirect to="/sign-in" replace />
  if (!account) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  return (
    <Door>
      <div>
        <LinkButton kind="link" href={homeOfAccount(account)} icon={<Icon name="back" />}>
          {own.back}
        </LinkButton>
      </div>
      <h1>{own.title}</h1>
      <p className="tl-lead">
        {own.lead} <strong translate="no">{account.email}</strong>
      </p>
      {account.staff && (
        <LinkButton kind="link" href="/account/notes">
          {own.notes}
        </LinkButton>
      )}
      <LoginsPart />
      <PasswordPart account={account} />
      <PasskeysPart account={account} />
      <AppPart account={account} />
      <CodesPart account={account} />
      <LanguagePart />
      <SignOut />
      <IdleWatch staff={account.staff} goneAt={gone ? errorUpdatedAt : 0} />
    </Door>
  )
}

function homeOfAccount({ seats, seatId }: Account): string {
  const here = seats.find(({ id }) => id === seatId)
  return here ? homeOf(here) : '/sign-in/where'
}

function LanguagePart() {
  const own = useWords(words).language
  const { mutate } = useSend(chooseLanguage)
  const choose = useChooseLanguage()
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      <p>{own.hint}</p>
      <Choice
        label={own.title}
        hideLabel
        value={useLanguage()}
        onChange={(language) => {
          choose(language)
          mutate({ language })
        }}
        options={languages.map(({ code, name }) => ({ value: code, words: name, lang: code }))}
      />
    </section>
  )
}

function SignOut() {
  const { where } = useWords(doorWords)
  const leave = useSignOut()
  return (
    <div>
      <Button onPress={() => void leave()}>{where.signOut}</Button>
    </div>
  )
}
