import { useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import type { Account } from './arrive.web.ts'
import { useConfirmed } from './ConfirmYou.tsx'
import { renewRecoveryCodes } from './factor.contract.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'

const words = { en, es }

/** The codes for a bad day: how many are left, and ten new ones. */
export function CodesPart({ account }: { account: Account }) {
  const own = useWords(words).codes
  const language = useLanguage()
  const { mutate, error, isPending } = useSend(renewRecoveryCodes)
  const { confirmed, dialog } = useConfirmed()
  const [codes, show] = useState<readonly string[]>()
  const { recoveryCodes: left } = account.factors
  const make = () =>
    confirmed(account.changeHash, (confirmationId) =>
      mutate({ confirmationId }, { onSuccess: ({ codes: made }) => show(made) }),
    )
  if (codes)
    return (
      <section className="tl-door-form">
        <RecoveryCodes codes={codes} level="h2" onKept={() => show(undefined)} />
      </section>
    )
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      <p>{left > 0 ? plural(language, left, own.left) : own.none}</p>
      <Refusal refused={error} />
      <div>
        <Button onPress={make} busy={isPending}>
          {own.make}
        </Button>
      </div>
      {left > 0 && <p className="tl-quiet-words">{own.makeHint}</p>}
      {dialog}
    </section>
  )
}
