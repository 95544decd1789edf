import { useState } from 'react'
import type { MemberRole } from '../kernel/actor.ts'
import { type AskRefused, newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { ByHand, NoMail } from './ByHand.tsx'
import { useConfirmed } from './ConfirmYou.tsx'
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
import { widens, widenText } from './widen.ts'
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
  const { confirmed, dialog } = useConfirmed()
  const { mutateAsync, error, isPending, isSuccess } = useSend(changeMember)
  const lacking = roles.length === 0
  const takesMore = member.me && widens(member.roles, roles)
  const unproven = error?.problem.kind === 'confirmation-needed'
  const send = (confirmationId: string | null): Promise<unknown> =>
    mutateAsync({ memberId: member.id, name, roles, confirmationId }).catch(
      async ({ problem }: AskRefused) => {
        if (problem.kind === 'confirmation-needed' && confirmationId === null)
          confirmed(await digestOf(widenText(member.id, roles)), (proof) => void send(proof))
      },
    )
  return (
    <>
      <DoorForm
        onSend={() => {
          if (!lacking && name.trim()) void send(null)
        }}
      >
        <Refusal refused={unproven ? null : error} />
        <TextField
          label={own.invite.name}
          hint={own.invite.nameHint}
          value={name}
          error={name.trim() ? undefined : own.invite.empty.name}
          onChange={setName}
        />
        <RolesField chosen={roles} onChange={setRoles} error={lacking ? own.invite.empty.roles : undefined} />
        {takesMore && <p className="tl-quiet-words">{own.change.moreForMe}</p>}
        <div className="tl-row">
          <Button kind="act" type="submit" busy={isPending}>
            {own.change.save}
          </Button>
          {isSuccess && <StatusMark state="met">{own.change.saved}</StatusMark>}
        </div>
      </DoorForm>
      {dialog}
    </>
  )
}

/** For who is not in yet, a new link; for who is in and has lost the way, asking that someone else let them renew it. */
function WaysIn({ member: { id, email, state, me } }: { member: Member }) {
  if (state === 'disabled' || me) return null
  if (state === 'joined') return <LostWay memberId={id} />
  return email === null ? null : <NewLink memberId={id} email={email} />
}

function NewLink({ memberId, email }: { memberId: string; email: string }) {
  const own = useWords(words).change
  const language = useLanguage()
  const { mailLeaves } = useHere()
  const { mutate, error, isPending, data } = useSend(inviteMemberAgain)
  return (
    <div className="tl-members-form">
      <Refusal refused={error} />
      <NoMail />
      <div>
        <Button busy={isPending} onPress={() => mutate({ memberId, email, language })}>
          {own.again}
        </Button>
      </div>
      {data && mailLeaves && <StatusMark state="met">{own.againSent}</StatusMark>}
      <ByHand made={data} />
    </div>
  )
}

function LostWay({ memberId }: { memberId: string }) {
  const own = useWords(words).change
  const { mailLeaves } = useHere()
  const { mutate, error, isPending, isSuccess } = useSend(askForMember)
  return (
    <div className="tl-members-form">
      <Refusal refused={error} />
      <div>
        <Button busy={isPending} onPress={() => mutate({ memberId, id: newId() })}>
          {own.recover}
        </Button>
      </div>
      {isSuccess && (
        <StatusMark state="waiting">{mailLeaves ? own.recoverAsked : own.recoverAskedNoMail}</StatusMark>
      )}
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
