import { Refusal } from '../access/Refusal.tsx'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { CallLink } from './CallLink.tsx'
import { ClientFrame } from './ClientFrame.tsx'
import type { PracticeHelp } from './help.ts'
import './help.css'
import { readHelp } from './practice.contract.ts'
import { en } from './words.help.en.ts'
import { es } from './words.help.es.ts'

const words = { en, es }

/** Something did not feel right: a person outside every treating team, and the board that can act. */
export function ConcernPage() {
  const { concern: said } = useWords(words)
  const { data, error } = useKept(readHelp, {}, { atHand: true })
  return (
    <ClientFrame current="help">
      <div className="tl-help">
        <LinkButton kind="link" href="/me/help" icon={<Icon name="back" />}>
          {said.back}
        </LinkButton>
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.believed}</p>
        <Refusal refused={error} />
        {!data && !error && <Loading />}
        {data && (data.help ? <Named help={data.help} /> : <p>{said.nobodyNamed}</p>)}
        <section>
          <h2>{said.keeps}</h2>
          <p>{said.keepsWords}</p>
        </section>
      </div>
    </ClientFrame>
  )
}

function Named({ help }: { help: PracticeHelp }) {
  const { concern: said } = useWords(words)
  const language = useLanguage()
  return (
    <>
      <section>
        <h2>{help.concernName}</h2>
        <p>{help.concernRole[language]}</p>
        <p>{said.outside}</p>
        <CallLink main phone={help.concernPhone} words={said.call} />
      </section>
      <section>
        <h2>{help.boardName}</h2>
        <p>{said.board}</p>
        <CallLink phone={help.boardPhone} words={said.call} />
        {help.boardSite && (
          <p>
            <a href={help.boardSite} rel="noreferrer" data-full>
              {said.site}
            </a>
          </p>
        )}
      </section>
    </>
  )
}
