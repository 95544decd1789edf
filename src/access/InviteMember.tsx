import { useState } from 'react'
import type { MemberRole } from '../kernel/actor.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { type Language, languages } from '../platform/i18n/language.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { ByHand, NoMail } from './ByHand.tsx'
import { DoorForm } from './Door.tsx'
import { inviteMember } from './invite.contract.ts'
import { Refusal } from './Refusal.tsx'
import { RolesField } from './RolesField.tsx'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }

/** Closed until it is wanted; says who was invited last. */
export function InviteMember() {
  const own = useWords(words).invite
  const [open, setOpen] = useState(false)
  const [sent, say] = useState<Invited>()
  const done = (invited: Invited) => {
    setOpen(false)
    say(invited)
  }
  return (
    <div className="tl-members-part">
      {sent && <StatusMark state="met">{own.sent(sent.name)}</StatusMark>}
      <ByHand made={sent} />
      {open ? (
        <Form onDone={done} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{own.open}</Button>
        </div>
      )}
    </div>
  )
}

interface Invited {
  readonly name: string
  readonly link: string | null
}

interface Draft {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: MemberRole[]
  readonly language: Language
}

const lackingIn = ({ name, email, roles }: Draft) => ({
  name: name.trim() === '',
  email: !email.includes('@'),
  roles: roles.length === 0,
})

function Form({ onDone, onClose }: { onDone: (invited: Invited) => void; onClose: () => void }) {
  const own = useWords(words).invite
  const { mailLeaves } = useHere()
  const spoken = useLanguage()
  const [draft, write] = useState<Draft>(() => ({
    id: newId(),
    name: '',
    email: '',
    roles: [],
    language: spoken,
  }))
  const [lacking, mark] = useState({ name: false, email: false, roles: false })
  const { mutate, error, isPending } = useSend(inviteMember)
  const send = () => {
    const now = lackingIn(draft)
    mark(now)
    if (!now.name && !now.email && !now.roles)
      mutate(draft, { onSuccess: ({ link }) => onDone({ name: draft.name, link }) })
  }
  return (
    <section className="tl-members-form">
      <h2>{own.title}</h2>
      <DoorForm onSend={send}>
        <Refusal refused={error} />
        <NoMail />
        <Fields draft={draft} lacking={lacking} onChange={write} />
        <div className="tl-row">
          <Button kind="act" type="submit" busy={isPending} busyWords={own.sending}>
            {mailLeaves ? own.send : own.makeLink}
          </Button>
          <Button onPress={onClose}>{own.cancel}</Button>
        </div>
      </DoorForm>
    </section>
  )
}

type Lacking = ReturnType<typeof lackingIn>
type FieldsProps = { draft: Draft; lacking: Lacking; onChange: (draft: Draft) => void }

function Fields({ draft, lacking, onChange }: FieldsProps) {
  const own = useWords(words).invite
  const { mailLeaves } = useHere()
  return (
    <>
      <TextField
        label={own.name}
        hint={own.nameHint}
        autoComplete="off"
        value={draft.name}
        error={lacking.name ? own.empty.name : undefined}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        type="email"
        label={own.email}
        hint={mailLeaves ? own.emailHint : undefined}
        autoComplete="off"
        value={draft.email}
        error={lacking.email ? own.empty.email : undefined}
        onChange={(email) => onChange({ ...draft, email })}
      />
      <RolesField
        chosen={draft.roles}
        error={lacking.roles ? own.empty.roles : undefined}
        onChange={(roles) => onChange({ ...draft, roles })}
      />
      <MailLanguage value={draft.language} onChange={(language) => onChange({ ...draft, language })} />
    </>
  )
}

type MailLanguageProps = { value: Language; onChange: (language: Language) => void }

function MailLanguage({ value, onChange }: MailLanguageProps) {
  const own = useWords(words).invite
  const { mailLeaves } = useHere()
  return (
    <Choice
      label={mailLeaves ? own.language : own.theirLanguage}
      value={value}
      onChange={onChange}
      options={languages.map(({ code, name }) => ({ value: code, words: name, lang: code }))}
    />
  )
}
