import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { assign } from '../person/person.contract.ts'
import { readMembers } from '../practice/practice.contract.ts'
import type { Chart } from './chart.contract.ts'
import { HandedLine, type Handed } from './HandedLine.tsx'
import { LeaveTeam } from './LeaveTeam.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

/** Who takes part in this person's care. Whoever leaves the team reads no more from that moment on. */
export function TeamPart({ chart }: { chart: Chart }) {
  const { team: said } = useWords(words)
  const [leaving, ask] = useState<Chart['team'][number]>()
  const [handed, tell] = useState<Handed | null>(null)
  const { team } = chart
  return (
    <section className="tl-chart-part">
      <h2>{said.title}</h2>
      {team.length === 0 && <p>{said.none}</p>}
      <ul className="tl-board-list tl-team">
        {team.map((member) => (
          <li key={member.memberId}>
            <div>
              <strong translate="no">{member.name}</strong> <RoleWords roles={member.roles} />
            </div>
            <Button kind="link" size="small" onPress={() => ask(member)}>
              {said.leave}
              <span className="tl-sr">: {member.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {leaving && <LeaveTeam chart={chart} member={leaving} onClose={() => ask(undefined)} onLeft={tell} />}
      <HandedLine handed={handed} />
      <Join chart={chart} onJoined={tell} />
    </section>
  )
}

function RoleWords({ roles }: { roles: readonly string[] }) {
  const { team: said } = useWords(words)
  const language = useLanguage()
  return <span className="tl-quiet-words">{listed(language, roleWords(roles, said.roles))}</span>
}

type Roles = (typeof en)['team']['roles']

const roleWords = (roles: readonly string[], names: Roles): string[] =>
  roles.flatMap((role) => (role in names ? [names[role as keyof Roles]] : []))

type JoinProps = { chart: Chart; onJoined: (handed: Handed | null) => void }

function Join({ chart: { person, team }, onJoined }: JoinProps) {
  const { team: said } = useWords(words)
  const language = useLanguage()
  const { data } = useAsk(readMembers, {})
  const { mutate, error, isPending } = useSend(assign)
  const [chosen, choose] = useState('')
  const free = (data?.members ?? []).filter(
    ({ memberId }) => !team.some((member) => member.memberId === memberId),
  )
  const join = () => {
    if (chosen === '') return
    mutate(
      { personId: person.id, memberId: chosen, id: newId() },
      {
        onSuccess: ({ handed }) => {
          choose((now) => (now === chosen ? '' : now))
          onJoined(handed)
        },
      },
    )
  }
  return (
    <>
      <div className="tl-plan-row">
        <Select
          label={said.add}
          placeholder={said.choose}
          value={chosen}
          onChange={choose}
          options={free.map(({ memberId, name, roles }) => ({
            value: memberId,
            words: `${name}, ${listed(language, roleWords(roles, said.roles))}`,
          }))}
        />
      </div>
      <Refusal refused={error} />
      <Button size="small" busy={isPending} disabled={chosen === ''} onPress={join}>
        {said.join}
      </Button>
    </>
  )
}
