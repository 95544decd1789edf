import { useState } from 'react'
import type { input, output } from 'zod/v4/core'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Steps } from '../platform/ui/Steps.tsx'
import { useArrive } from './arrive.web.ts'
import { Door } from './Door.tsx'
import { offerSetUp, setUp, setUpState } from './join.contract.ts'
import { useOnce } from './once.web.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Refusal } from './Refusal.tsx'
import { FirstForm, type First } from './SetUpForm.tsx'
import { type Chosen, WayIn } from './WayIn.tsx'
import { en } from './words.join.en.ts'
import { es } from './words.join.es.ts'

const words = { en, es }

/** The first practice of an empty house and its first administrator, once. */
export function SetUpPage() {
  const own = useWords(words).setUp
  const { data, error } = useOnce(setUpState, {})
  if (!data) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  if (data.open)
    return (
      <Door>
        <SetUp />
      </Door>
    )
  return (
    <Door>
      <h1>{own.done.title}</h1>
      <p className="tl-lead">{own.done.lead}</p>
      <LinkButton href="/sign-in">{own.signIn}</LinkButton>
    </Door>
  )
}

function SetUp() {
  const own = useWords(words).setUp
  const language = useLanguage()
  const [first, write] = useState<First>(emptyForm)
  const [offer, keep] = useState<output<typeof offerSetUp.reply>>()
  const asking = useSend(offerSetUp)
  const sending = useSend(setUp)
  const arrive = useArrive()
  const [ids] = useState(() => ({ practice: newId(), administrator: newId() }))
  if (sending.data) return <RecoveryCodes codes={sending.data.codes} onKept={() => void arrive()} />
  if (!offer)
    return (
      <>
        <Steps step={1} of={2} title={own.title} />
        <p className="tl-lead">{own.lead}</p>
        <FirstForm
          first={first}
          onChange={write}
          busy={asking.isPending}
          refused={asking.error}
          onSend={() => asking.mutate({ code: first.code, email: first.email }, { onSuccess: keep })}
        />
      </>
    )
  const send = (chosen: Chosen) => sending.mutate(handedIn({ first, ids, language, chosen }))
  return (
    <>
      <Steps step={2} of={2} title={own.second} />
      <p className="tl-lead">{own.secondLead}</p>
      <WayIn
        staff
        authenticator={offer.authenticator}
        passkey={offer.passkey}
        go={own.go}
        working={own.working}
        busy={sending.isPending}
        refused={sending.error}
        onChosen={send}
      />
    </>
  )
}

const emptyForm = (): First => ({
  code: '',
  practice: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  phone: '',
  name: '',
  email: '',
})

interface Handing {
  readonly first: First
  readonly ids: { readonly practice: string; readonly administrator: string }
  readonly language: 'en' | 'es'
  readonly chosen: Chosen
}

const handedIn = ({ first, ids, language, chosen }: Handing): input<typeof setUp.input> => ({
  code: first.code,
  practice: {
    id: ids.practice,
    name: first.practice,
    timeZone: first.timeZone,
    language,
    phone: first.phone.trim() || null,
  },
  administrator: { id: ids.administrator, name: first.name, email: first.email },
  ...chosen,
})
