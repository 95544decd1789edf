import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { notePresence } from './ready.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

const states = ['here', 'reachable', 'away'] as const

/** The care team, one press each: here, at the phone, or not here. */
export function PeoplePlace({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const { mutate, error, isPending, variables } = useSend(notePresence)
  const sent = (memberId: string) =>
    isPending && variables?.memberId === memberId ? variables.state : undefined
  const roleWords = (roles: readonly string[]) =>
    roles.map((role) => own.roles[role as keyof typeof own.roles] ?? role).join(', ')
  return (
    <ul className="ready-people">
      {ready.people.map(({ memberId, name, roles, state }) => (
        <li key={memberId}>
          <span>
            {name} <span className="tl-quiet-words">{roleWords(roles)}</span>
          </span>
          <Choice
            label={name}
            hideLabel
            atOnce
            value={sent(memberId) ?? state ?? undefined}
            options={states.map((value) => ({ value, words: own.presence[value] }))}
            onChange={(next) => mutate({ id: newId(), sessionId: ready.sessionId, memberId, state: next })}
          />
        </li>
      ))}
      <Refusal refused={error} />
    </ul>
  )
}
