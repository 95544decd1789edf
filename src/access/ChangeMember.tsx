import { useState } from 'react'
import type { MemberRole } from '../kernel/actor.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DoorForm } from './Door.tsx'
import {
  askForMember,
  changeMember,
  disableMember,
  inviteMemberAgain,
  letMemberBack,
  type readMembers,
} from './invite.contract.ts'
import type { output } from 'zod/v4/core'
import { Refusal } from './Refusal.tsx'
import { RolesField } from './RolesField.tsx'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }

type Member = output<typeof readMembers.reply>['members'][number]

/** A member's name, roles and way in, changed one thing at a time. */
export function ChangeMember({ member }: { member: Member }) {
  const own = useWords(words).change
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" label={own.openWhom(member.name)} onPress={() => setOpen(true)}>
        {own.open}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={own.title}>
        <NameAndRoles member={member} />
        <WaysIn member={member} />
        {member.state === 'disabled' ? <Back member={member} /> : !member.me && <Out member={member} />}
      </Dialog>
    </>
  )
}

function NameAndRoles({ member }: { member: Member }) {
  const own = useWords(words)
  const [name, setName] = useState(member.name)
  const [roles, setRoles] = useState<MemberRole[]>(member.roles)
  const { mutate, error, isPending, isSuccess } = useSend(changeMember)
  const lacking = roles.length === 0
  return (
    <DoorForm
      onSend={() => {
        if (!lacking && name.trim()) mutate({ memberId: member.id, name, roles })
      }}
    >
      <Refusal refused={error} />
      <TextField
        label={own.invite.name}
        hint={own.invite.nameHint}
        value={name}
        error={name.trim() ? undefined : own.invite.empty.name}
        onChange={setName}
      />
      <RolesField chosen={roles} onChange={setRoles} error={lacking ? own.invite.empty.roles : undefined} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {own.change.save}
        </Button>
        {isSuccess && <StatusMark state="met">{own.change.saved}</StatusMark>}
      </div>
    </DoorForm>
  )
}

/** For who is not in yet, a new link; for who is in and has lost the way, asking that someone else let them renew it. */
function WaysIn({ member }: { member: Member }) {
  const own = useWords(words).change
  const language = useLanguage()
  const again = useSend(inviteMemberAgain)
  const recovery = useSend(askForMember)
  const { id: memberId, email, state, me } = member
  if (state === 'disabled' || me) return null
  if (state !== 'joined')
    return email === null ? null : (
      <div className="tl-members-form">
        <Refusal refused={again.error} />
        <div>
          <Button busy={again.isPending} onPress={() => again.mutate({ memberId, email, language })}>
            {own.again}
          </Button>
        </div>
        {again.isSuccess && <StatusMark state="met">{own.againSent}</StatusMark>}
      </div>
    )
  return (
    <div className="tl-members-form">
      <Refusal refused={recovery.error} />
      <div>
        <Button busy={recovery.isPending} onPress={() => recovery.mutate({ memberId, id: newId() })}>
          {own.recover}
        </Button>
      </div>
      {recovery.isSuccess && <StatusMark state="waiting">{own.recoverAsked}</StatusMark>}
    </div>
  )
}

function Out({ member: { id: memberId } }: { member: Member }) {
  const own = useWords(words).change
  const [asked, ask] = useState(false)
  const { mutate, error, isPending } = useSend(disableMember)
  return (
    <div className="tl-members-form">
      <Refusal refused={error} />
      <p className="tl-quiet-words">{own.disableHint}</p>
      <div>
        {asked ? (
          <Button kind="act" busy={isPending} onPress={() => mutate({ memberId })}>
            {own.sure}
          </Button>
        ) : (
          <Button onPress={() => ask(true)}>{own.disable}</Button>
        )}
      </div>
    </div>
  )
}

function Back({ member: { id: memberId } }: { member: Member }) {
  const own = useWords(words).change
  const { mutate, error, isPending } = useSend(letMemberBack)
  return (
    <div className="tl-members-form">
      <Refusal refused={error} />
      <div>
        <Button busy={isPending} onPress={() => mutate({ memberId })}>
          {own.back}
        </Button>
      </div>
    </div>
  )
}
