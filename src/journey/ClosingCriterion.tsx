import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { AskAfter } from './AskAfter.tsx'
import { closingActs, type ClosingNow } from './closingState.web.ts'
import { workedOut, type Criterion } from './discharge.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

type Props = { criterion: Criterion; state: ClosingNow }

/** One thing that must hold before someone goes home, and what it rests on. */
export function ClosingCriterion({ criterion, state }: Props) {
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
      {!state.read.discharged && <Way criterion={criterion} state={state} />}
    </li>
  )
}

const worked: readonly string[] = workedOut

function Way({ criterion, state }: Props) {
  const own = useWords(words)
  const { read } = state
  if (criterion.id === 'DC-06') return <AskAfter criterion={criterion} state={state} />
  if (criterion.id === 'DC-04' && !criterion.met)
    return <LinkButton href={`/app/c/${read.courseId}/s/${read.sessionId}/room`}>{own.toRoom}</LinkButton>
  if (criterion.id === 'DC-07' && criterion.code === 'ride-none') return null
  if (worked.includes(criterion.id) || !read.can.check) return null
  return <Tick criterion={criterion} state={state} />
}

function Tick({ criterion: { id, met }, state }: Props) {
  const own = useWords(words)
  return (
    <Button
      kind={met ? 'link' : 'quiet'}
      size="small"
      label={`${met ? own.takeBack : own.tick}: ${own.criteria[id] ?? id}`}
      onPress={() => void closingActs(state).check(id, !met)}
    >
      {met ? own.takeBack : own.tick}
    </Button>
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
