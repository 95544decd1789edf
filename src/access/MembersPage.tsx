import type { output } from 'zod/v4/core'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { type Status, StatusMark } from '../platform/ui/StatusMark.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { ChangeMember } from './ChangeMember.tsx'
import { readMembers } from './invite.contract.ts'
import { InviteMember } from './InviteMember.tsx'
import './members.css'
import { Refusal } from './Refusal.tsx'
import { UnsentMail } from './Unsent.tsx'
import { Waiting } from './Waiting.tsx'
import { en as doorEn } from './words.door.en.ts'
import { es as doorEs } from './words.door.es.ts'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }
const doorWords = { en: doorEn, es: doorEs }

type Member = output<typeof readMembers.reply>['members'][number]

export const membersPath = '/app/access'

/** Who works here and how far in they are; who waits to be let in again. */
export function MembersPage() {
  const own = useWords(words)
  const { can } = useHere()
  return (
    <StaffFrame current={membersPath}>
      <div className="tl-members">
        <h1>{own.title}</h1>
        <Waiting />
        {can.includes('member.read') && <Members />}
      </div>
    </StaffFrame>
  )
}

const marks: Record<Member['state'], Status> = {
  joined: 'met',
  invited: 'waiting',
  none: 'waiting',
  expired: 'waiting',
  disabled: 'stop',
}

function Members() {
  const own = useWords(words)
  const { roles } = useWords(doorWords)
  const { data, error } = useAsk(readMembers, {})
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <section className="tl-members-part">
      <InviteMember />
      <UnsentMail />
      <DataTable<Member>
        caption={own.table.caption}
        rows={data.members}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', words: own.table.name, cell: (member) => <Named member={member} /> },
          {
            key: 'roles',
            words: own.table.roles,
            cell: (member) => member.roles.map((role) => roles[role]).join(', '),
          },
          {
            key: 'state',
            words: own.table.state,
            cell: ({ state }) => <StatusMark state={marks[state]}>{own.states[state]}</StatusMark>,
          },
          { key: 'do', words: own.table.do, cell: (member) => <ChangeMember member={member} /> },
        ]}
      />
    </section>
  )
}

function Named({ member: { name, email, me } }: { member: Member }) {
  const { table } = useWords(words)
  return (
    <span className="tl-member-name">
      <strong>
        <span translate="no">{name}</span> {me && `(${table.you})`}
      </strong>
      {email && (
        <span className="tl-member-email" translate="no">
          {email}
        </span>
      )}
    </span>
  )
}
