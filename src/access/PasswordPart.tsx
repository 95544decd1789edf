import { useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { Account } from './arrive.web.ts'
import { useConfirmed } from './ConfirmYou.tsx'
import { DoorForm } from './Door.tsx'
import { changePassword } from './factor.contract.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { Refusal } from './Refusal.tsx'
import { faultOf, passwordWords } from './way.web.ts'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'
import { en as wayEn } from './words.way.en.ts'
import { es as wayEs } from './words.way.es.ts'

const words = { en, es }
const wayWords = { en: wayEn, es: wayEs }

export function PasswordPart({ account }: { account: Account }) {
  const own = useWords(words).password
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const { password } = account.factors
  const done = () => {
    setOpen(false)
    setSaved(true)
  }
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      <p>{password ? own.set : own.none}</p>
      {saved && <StatusMark state="met">{own.saved}</StatusMark>}
      {open ? (
        <NewPassword account={account} onDone={done} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{password ? own.change : own.add}</Button>
        </div>
      )}
    </section>
  )
}

type Props = { account: Account; onDone: () => void; onClose: () => void }

function NewPassword({ account, onDone, onClose }: Props) {
  const own = useWords(words)
  const way = useWords(wayWords)
  const [typed, type] = useState('')
  const [missing, mark] = useState(false)
  const { mutate, error, isPending } = useSend(changePassword)
  const { confirmed, dialog } = useConfirmed()
  const send = () => {
    mark(typed === '')
    if (typed === '') return
    confirmed(account.changeHash, (confirmationId) =>
      mutate({ confirmationId, password: typed }, { onSuccess: onDone }),
    )
  }
  return (
    <>
      <DoorForm onSend={send}>
        {!faultOf(error) && <Refusal refused={error} />}
        <NewPasswordField
          staff={account.staff}
          value={typed}
          onChange={type}
          error={missing ? way.faults.missing : passwordWords(way, error, account.staff)}
        />
        <div className="tl-row">
          <Button kind="act" type="submit" busy={isPending}>
            {own.password.save}
          </Button>
          <Button onPress={onClose}>{own.cancel}</Button>
        </div>
      </DoorForm>
      {dialog}
    </>
  )
}
