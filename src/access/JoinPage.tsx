import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { output } from 'zod/v4/core'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useChooseLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { readAccount } from './account.contract.ts'
import { useArrive } from './arrive.web.ts'
import { Door } from './Door.tsx'
import { join, joinToo, lookAtInvitation } from './join.contract.ts'
import { LinkGone } from './LinkGone.tsx'
import { tokenOfPage, useOnce } from './once.web.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Refusal } from './Refusal.tsx'
import { returnAfterSignIn } from './return.web.ts'
import { type Stated, StatedForm } from './StatedForm.tsx'
import { WayIn } from './WayIn.tsx'
import { en as guestEn } from './words.guest.en.ts'
import { es as guestEs } from './words.guest.es.ts'
import { en } from './words.join.en.ts'
import { es } from './words.join.es.ts'

const words = { en, es }
const guestWords = { en: guestEn, es: guestEs }

type Invitation = output<typeof lookAtInvitation.reply>

/** Where an invitation's link leads: set up how you sign in, and be in; or add the place to the sign-in you have. */
export function JoinPage() {
  const [token] = useState(tokenOfPage)
  const { data, error } = useOnce(lookAtInvitation, { token })
  const choose = useChooseLanguage()
  const spanish = data?.language === 'es'
  useEffect(() => {
    if (spanish) choose('es')
  }, [spanish, choose])
  if (error) return <LinkGone refused={error} />
  if (!data)
    return (
      <Door>
        <Loading />
      </Door>
    )
  return (
    <Door>
      {data.hasAccount ? <Known token={token} invitation={data} /> : <New token={token} invitation={data} />}
    </Door>
  )
}

type Props = { token: string; invitation: Invitation }

function New({ token, invitation }: Props) {
  const own = useWords(words).join
  const { mutate, error, isPending, data } = useSend(join)
  const [stated, state] = useState<Stated>()
  const arrive = useArrive()
  if (data?.codes.length) return <RecoveryCodes codes={data.codes} onKept={() => void arrive()} />
  return (
    <>
      <h1>{own.title}</h1>
      <Lead invitation={invitation} />
      <DefinitionList items={[{ term: own.as, detail: invitation.email }]} />
      {invitation.guest && !stated ? (
        <StatedForm onStated={state} />
      ) : (
        <WayIn
          staff={invitation.staff}
          authenticator={invitation.authenticator}
          passkey={invitation.passkey}
          go={own.go}
          working={own.working}
          busy={isPending}
          refused={error}
          onChosen={(chosen) =>
            mutate(
              { token, stated, ...chosen },
              { onSuccess: ({ codes }) => void (codes.length === 0 && arrive()) },
            )
          }
        />
      )}
    </>
  )
}

function Lead({ invitation: { guest, practiceName } }: { invitation: Invitation }) {
  const own = useWords(words).join
  const { stated } = useWords(guestWords)
  return (
    <p className="tl-lead">
      {guest ? fill(stated.lead, { practice: practiceName }) : own.lead(practiceName)}
    </p>
  )
}

/** The address signs in already. */
function Known({ token, invitation }: Props) {
  const own = useWords(words).join.has
  const [, navigate] = useLocation()
  const { data: account } = useAsk(readAccount, {})
  const signIn = () => {
    returnAfterSignIn(`/join#${token}`)
    navigate('/sign-in')
  }
  return (
    <>
      <h1>{own.title}</h1>
      {invitation.guest && <Lead invitation={invitation} />}
      <p className="tl-lead">{own.lead(invitation.email)}</p>
      {account?.complete ? (
        <Add token={token} guest={invitation.guest} />
      ) : (
        <Button kind="act" wide onPress={signIn}>
          {own.signIn}
        </Button>
      )}
      <p className="tl-quiet-words">{own.notYou}</p>
    </>
  )
}

function Add({ token, guest }: { token: string; guest: boolean }) {
  const own = useWords(words).join.has
  const { mutate, error, isPending } = useSend(joinToo)
  const [stated, state] = useState<Stated>()
  const arrive = useArrive()
  if (guest && !stated) return <StatedForm onStated={state} />
  return (
    <>
      <Refusal refused={error} />
      {error?.problem.kind === 'needs-second-step' && <LinkButton href="/account">{own.account}</LinkButton>}
      <Button
        kind="act"
        wide
        busy={isPending}
        busyWords={own.adding}
        onPress={() => mutate({ token, stated }, { onSuccess: () => void arrive() })}
      >
        {own.add}
      </Button>
    </>
  )
}
