import { type ReactNode, useState } from 'react'
import type { output } from 'zod/v4/core'
import { ask } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { answerWithPasskey, passkeysWork } from './passkey.web.ts'
import { Refusal } from './Refusal.tsx'
import { askPasskey, signInByPasskey } from './signin.contract.ts'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

type Props = {
  children: ReactNode
  /** The word between this way and the one above it. */
  or?: string | undefined
  onArrived: (arrived: output<typeof signInByPasskey.reply>) => void
}

/** Nothing where the browser knows no passkeys. */
export function PasskeyButton({ children, or, onArrived }: Props) {
  const own = useWords(words).signIn
  const { mutate, error, isPending } = useSend(signInByPasskey)
  const [state, setState] = useState<'rest' | 'asking' | 'failed'>('rest')
  if (!passkeysWork()) return null
  const press = async () => {
    setState('asking')
    try {
      const answer = await answerWithPasskey(await ask(askPasskey, {}))
      setState('rest')
      mutate({ answer }, { onSuccess: onArrived })
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      {or && <p className="tl-door-or">{or}</p>}
      <Refusal refused={error} />
      {state === 'failed' && <ProblemNotice problem={own.passkeyFailed} takesFocus />}
      <Button
        wide
        onPress={() => void press()}
        busy={isPending || state === 'asking'}
        busyWords={own.working}
      >
        {children}
      </Button>
    </>
  )
}
