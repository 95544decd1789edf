import { useLocation } from 'wouter'
import type { output } from 'zod/v4/core'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { NoSuchPage } from '../practice/NoSuchPage.tsx'
import { Shown } from './DemoCode.tsx'
import { demoPeople } from './demo.contract.ts'
import { choose } from './demo.web.ts'
import { Door } from './Door.tsx'
import { Refusal } from './Refusal.tsx'
import { en as doorEn } from './words.door.en.ts'
import { es as doorEs } from './words.door.es.ts'
import { en } from './words.demo.en.ts'
import { es } from './words.demo.es.ts'

const words = { en, es }
const door = { en: doorEn, es: doorEs }

type Person = output<typeof demoPeople.reply>['people'][number]

/** The invented people of a demo: one press fills the sign-in form, and their authenticator is played here. */
export function DemoPage() {
  const own = useWords(words)
  const { data, error } = useAsk(demoPeople, {})
  if (error?.problem.kind === 'no-such-page') return <NoSuchPage home="/" />
  if (!data) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  return (
    <Door>
      <h1>{own.title}</h1>
      <p className="tl-lead">{own.lead}</p>
      <div>
        <LinkButton kind="link" href="/demo/inbox">
          {own.inbox}
        </LinkButton>
      </div>
      {data.people.length === 0 && <Notice>{own.none}</Notice>}
      <ul className="tl-places">
        {data.people.map((person) => (
          <li key={person.accountId}>
            <DemoPerson person={person} />
          </li>
        ))}
      </ul>
      <p className="tl-quiet-words">{own.honest}</p>
    </Door>
  )
}

function DemoPerson({ person }: { person: Person }) {
  const own = useWords(words)
  const { roles } = useWords(door)
  const [, navigate] = useLocation()
  const { accountId, email, password } = person
  const be = () => {
    choose({ accountId, email, password })
    navigate('/sign-in')
  }
  return (
    <div className="tl-demo-person">
      <div className="tl-demo-name">
        <strong>{person.name}</strong>
        <span>{person.roles.map((role) => roles[role as keyof typeof roles] ?? role).join(', ')}</span>
      </div>
      <Button size="small" onPress={be} label={own.beWhom(person.name)}>
        {own.be}
      </Button>
      <Disclosure title={own.details}>
        <DefinitionList
          items={[
            { term: own.email, detail: email },
            { term: own.password, detail: <code>{password}</code> },
          ]}
        />
        {person.authenticator && <Shown accountId={accountId} />}
      </Disclosure>
    </div>
  )
}
