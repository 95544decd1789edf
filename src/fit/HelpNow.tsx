import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Shown at once, before anything else is asked. Nothing red, nothing that blinks: a number, and what to say. */
export function HelpNow() {
  const { help } = useWords(words)
  return (
    <>
      <section className="tl-fit-part tl-help-now" data-part="help" data-help-for="safe-now" hidden>
        <h2 tabIndex={-1}>{help.self.title}</h2>
        <p>{help.self.say}</p>
        <SelfHelp first />
        <Onward say={help.goOn} />
      </section>
      <section className="tl-fit-part tl-help-now" data-part="help" data-help-for="body-now" hidden>
        <h2 tabIndex={-1}>{help.body.title}</h2>
        <p>{help.body.say}</p>
        <BodyHelp first />
        <Onward say={help.goOnBody} />
      </section>
    </>
  )
}

export function BodyHelp({ first }: { first?: boolean }) {
  const { help } = useWords(words)
  return (
    <p className="tl-row">
      <LinkButton kind={first ? 'act' : 'quiet'} href="tel:911" icon={<Icon name="call" />}>
        {help.call911}
      </LinkButton>
    </p>
  )
}

export function SelfHelp({ first }: { first?: boolean }) {
  const { help } = useWords(words)
  return (
    <>
      <p className="tl-row">
        <LinkButton kind={first ? 'act' : 'quiet'} href="tel:988" icon={<Icon name="call" />}>
          {help.call988}
        </LinkButton>
        <LinkButton href={help.textBody ? `sms:988?body=${help.textBody}` : 'sms:988'}>
          {help.text988}
        </LinkButton>
        <LinkButton kind="link" href="tel:911">
          {help.call911}
        </LinkButton>
      </p>
      <p className="tl-quiet-words">{help.veterans}</p>
    </>
  )
}

function Onward({ say }: { say: string }) {
  const { help } = useWords(words)
  return (
    <>
      <p className="tl-quiet-words">{help.notWatched}</p>
      <span data-go-on="">
        <Button kind="link">{say}</Button>
      </span>
    </>
  )
}
