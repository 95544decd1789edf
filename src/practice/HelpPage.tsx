import { Refusal } from '../access/Refusal.tsx'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClientFrame } from './ClientFrame.tsx'
import './help.css'
import { CallLink } from './CallLink.tsx'
import { readHelp } from './practice.contract.ts'
import { en } from './words.help.en.ts'
import { es } from './words.help.es.ts'

const words = { en, es }

/** Whom to reach, and when they are there. It never says that someone is watching. */
export function HelpPage() {
  const { help: said } = useWords(words)
  return (
    <ClientFrame current="help">
      <div className="tl-help">
        <h1>{said.title}</h1>
        <section>
          <h2>{said.danger}</h2>
          <p>{said.dangerWords}</p>
          <LinkButton kind="act" wide href="tel:911" icon={<Icon name="call" />}>
            {said.call911}
          </LinkButton>
        </section>
        <section>
          <h2>{said.crisis}</h2>
          <p>{said.crisisWords}</p>
          <div className="tl-help-two">
            <LinkButton wide href="tel:988" icon={<Icon name="call" />}>
              {said.call988}
            </LinkButton>
            <LinkButton wide href={said.text988Link}>
              {said.text988}
            </LinkButton>
          </div>
        </section>
        <section>
          <h2>{said.plan}</h2>
          <p>{said.planWords}</p>
          <LinkButton wide href="/me/plan">
            {said.planMore}
          </LinkButton>
        </section>
        <Practice />
        <Yours />
      </div>
    </ClientFrame>
  )
}

/** What is the client's own to say, to change and to look at. */
function Yours() {
  const { help: said } = useWords(words)
  return (
    <>
      <section>
        <h2>{said.concern}</h2>
        <p>{said.concernWords}</p>
        <LinkButton wide href="/me/help/concern">
          {said.concernMore}
        </LinkButton>
      </section>
      <section>
        <h2>{said.agreed}</h2>
        <p>{said.agreedWords}</p>
        <LinkButton kind="link" href="/me/agreement">
          {said.agreedMore}
        </LinkButton>
        <LinkButton kind="link" href="/me/before">
          {said.wishedMore}
        </LinkButton>
      </section>
      <section>
        <h2>{said.reach}</h2>
        <p>{said.reachWords}</p>
        <LinkButton kind="link" href="/me/reach">
          {said.reachMore}
        </LinkButton>
      </section>
      <section>
        <h2>{said.record}</h2>
        <p>{said.recordWords}</p>
        <LinkButton kind="link" href="/me/record">
          {said.recordMore}
        </LinkButton>
      </section>
    </>
  )
}

/** Its number is known on this device too: someone may need it where there is no network. */
function Practice() {
  const { help: said } = useWords(words)
  const language = useLanguage()
  const { data, error } = useKept(readHelp, {}, { atHand: true })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const { phone, help } = data
  return (
    <section>
      <h2>{said.practice}</h2>
      <p>{help ? help.hours[language] : said.hoursUnknown}</p>
      {phone && <CallLink phone={phone} words={said.callPractice} />}
      <Notice>
        <p>
          <strong>{said.nobodyWatches}</strong>
        </p>
        {help && <p>{help.afterHours[language]}</p>}
      </Notice>
    </section>
  )
}
