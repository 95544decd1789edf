import { useState } from 'react'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import type { Account } from './arrive.web.ts'
import { useConfirmed } from './ConfirmYou.tsx'
import { addPasskey, endPasskey, offerPasskey, readPasskeys } from './factor.contract.ts'
import { useOnce } from './once.web.ts'
import { passkeysWork } from './passkey.web.ts'
import { type NewPasskey, PasskeyMaker } from './PasskeyMaker.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'

const words = { en, es }

export function PasskeysPart({ account }: { account: Account }) {
  const own = useWords(words).passkeys
  const { data } = useAsk(readPasskeys, {})
  const { mutate, error, isPending, isSuccess } = useSend(endPasskey)
  const { confirmed, dialog } = useConfirmed()
  const [adding, add] = useState(false)
  const passkeys = data?.passkeys ?? []
  const takeAway = (passkeyId: string) =>
    confirmed(account.changeHash, (confirmationId) => mutate({ confirmationId, passkeyId }))
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      {passkeys.length === 0 && <p>{own.none}</p>}
      <Refusal refused={error} />
      {isSuccess && <StatusMark state="met">{own.removed}</StatusMark>}
      <ul className="tl-places">
        {passkeys.map(({ id, name, usedAt }) => (
          <li key={id} className="tl-own">
            <p>
              <strong translate="no">{name}</strong>
              <span>
                {usedAt === null ? (
                  own.never
                ) : (
                  <>
                    {own.used} <TimeText at={usedAt} />
                  </>
                )}
              </span>
            </p>
            <Button size="small" label={own.removeWhich(name)} busy={isPending} onPress={() => takeAway(id)}>
              {own.remove}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddPasskey account={account} onClose={() => add(false)} />
      ) : (
        passkeysWork() && (
          <div>
            <Button onPress={() => add(true)}>{own.add}</Button>
          </div>
        )
      )}
      {dialog}
    </section>
  )
}

function AddPasskey({ account, onClose }: { account: Account; onClose: () => void }) {
  const own = useWords(words)
  const { data: offer, error: refused } = useOnce(offerPasskey, {})
  const [made, make] = useState<NewPasskey>()
  const { mutate, error, isPending } = useSend(addPasskey)
  const { confirmed, dialog } = useConfirmed()
  const save = (passkey: NewPasskey) =>
    confirmed(account.changeHash, (confirmationId) =>
      mutate({ confirmationId, ...passkey }, { onSuccess: onClose }),
    )
  return (
    <div className="tl-door-form">
      <Refusal refused={error ?? refused ?? null} />
      {offer && <PasskeyMaker offer={offer} made={made} onMade={make} />}
      <div className="tl-row">
        {made && (
          <Button kind="act" busy={isPending} onPress={() => save(made)}>
            {own.passkeys.save}
          </Button>
        )}
        <Button onPress={onClose}>{own.cancel}</Button>
      </div>
      {dialog}
    </div>
  )
}
