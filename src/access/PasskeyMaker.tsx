import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { PasskeyMade, PasskeyOffer } from './passkey.contract.ts'
import { makePasskey } from './passkey.web.ts'
import { en } from './words.way.en.ts'
import { es } from './words.way.es.ts'

const words = { en, es }

export type NewPasskey = { made: output<typeof PasskeyMade>; name: string }

type Props = {
  offer: output<typeof PasskeyOffer>
  made: NewPasskey | undefined
  onMade: (made: NewPasskey | undefined) => void
  error?: string | undefined
}

/** Makes a passkey on this device, once, and lets it be named. */
export function PasskeyMaker({ offer, made, onMade, error }: Props) {
  const own = useWords(words).passkey
  const [state, setState] = useState<'rest' | 'asking' | 'failed'>('rest')
  const make = async () => {
    setState('asking')
    try {
      onMade({ made: await makePasskey(offer), name: own.this })
      setState('rest')
    } catch {
      setState('failed')
    }
  }
  return (
    <section className="tl-app">
      <p>{own.lead}</p>
      {state === 'failed' && <ProblemNotice problem={own.failed} takesFocus />}
      {made ? (
        <>
          <StatusMark state="met">{own.made}</StatusMark>
          <TextField
            label={own.name}
            hint={own.nameHint}
            maxLength={60}
            value={made.name}
            onChange={(name) => onMade({ ...made, name })}
          />
        </>
      ) : (
        <Button onPress={() => void make()} busy={state === 'asking'} busyWords={own.making}>
          {own.make}
        </Button>
      )}
      <FieldError id="passkey" error={error} />
    </section>
  )
}
