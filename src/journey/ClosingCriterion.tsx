import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { recordAsked } from '../safety/safety.contract.ts'
import { checkCriterion, type Closing } from './discharge.contract.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

type Criterion = Closing['criteria'][number]
type Props = { criterion: Criterion; read: Closing }

/** One thing that must hold before someone goes home, and what it rests on. */
export function ClosingCriterion({ criterion, read }: Props) {
  const own = useWords(words)
  const said = useBecause(criterion)
  return (
    <li className="closing-criterion">
      <StatusMark state={criterion.met ? 'met' : 'waiting'} />
      <div>
        <h2>{own.criteria[criterion.id] ?? criterion.id}</h2>
        <p className="tl-quiet-words">
          {said} · {criterion.id}
        </p>
      </div>
      {!read.discharged && <Way criterion={criterion} read={read} />}
    </li>
  )
}

const worked = ['DC-01', 'DC-04', 'DC-06']

function Way({ criterion, read }: Props) {
  const own = useWords(words)
  if (criterion.id === 'DC-06') return criterion.met ? null : <AskThen read={read} />
  if (criterion.id === 'DC-04' && !criterion.met)
    return <LinkButton href={`/app/c/${read.courseId}/s/${read.sessionId}/room`}>{own.toRoom}</LinkButton>
  if (worked.includes(criterion.id) || !read.can.check) return null
  return <Tick criterion={criterion} read={read} />
}

function Tick({ criterion, read }: Props) {
  const own = useWords(words)
  const checking = useSend(checkCriterion)
  const { id, met } = criterion
  return (
    <div>
      <Button
        kind={met ? 'link' : 'quiet'}
        size="small"
        busy={checking.isPending}
        label={`${met ? own.takeBack : own.tick}: ${own.criteria[id] ?? id}`}
        onPress={() => checking.mutate({ sessionId: read.sessionId, id: newId(), criterion: id, met: !met })}
      >
        {met ? own.takeBack : own.tick}
      </Button>
      <Refusal refused={checking.error} />
    </div>
  )
}

/** Asked in person, now; what was said is taken down as it was said. */
function AskThen({ read }: { read: Closing }) {
  const own = useWords(words)
  const asking = useSend(recordAsked)
  if (!read.can.askSafety) return null
  return (
    <div>
      <Choice
        label={own.ask}
        value={undefined}
        options={[
          { value: 'no-thoughts', words: own.noThoughts },
          { value: 'thoughts-no-intent', words: own.thoughts },
          { value: 'intent-or-plan', words: own.intent },
        ]}
        onChange={(answer: 'no-thoughts' | 'thoughts-no-intent' | 'intent-or-plan') =>
          asking.mutate({ personId: read.personId, id: newId(), sessionId: read.sessionId, answer })
        }
      />
      <Refusal refused={asking.error} />
    </div>
  )
}

function useBecause(criterion: Criterion): string {
  const own = useWords(words)
  const place = usePlace()
  const at = (moment: number | null) => (moment === null ? '' : formatDate(moment, place, 'time'))
  return fill(own.code[criterion.code], {
    at: at(criterion.at),
    until: at(criterion.until),
    name: criterion.byName ?? '',
    now: `${criterion.systolicMmHg} / ${criterion.diastolicMmHg}`,
    base: `${criterion.baseSystolicMmHg} / ${criterion.baseDiastolicMmHg}`,
  })
}
