import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClientFrame } from './ClientFrame.tsx'
import './help.css'
import { CallLink } from './CallLink.tsx'
import { readHelp } from './practice.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

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
        <Practice />
        <section>
          <h2>{said.concern}</h2>
          <p>{said.concernWords}</p>
          <LinkButton wide href="/me/help/concern">
            {said.concernMore}
          </LinkButton>
        </section>
        <section>
          <h2>{said.record}</h2>
          <p>{said.recordWords}</p>
          <LinkButton kind="link" href="/me/record">
            {said.recordMore}
          </LinkButton>
        </section>
      </div>
    </ClientFrame>
  )
}

function Practice() {
  const { help: said } = useWords(words)
  const language = useLanguage()
  const { data, error } = useAsk(readHelp, {})
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
