import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, relativeWords } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import './ladder.css'
import { acknowledgeTask, type TaskNow } from './safety.contract.ts'
import { dueOn, type TaskKind } from './task.ts'
import { TaskDose } from './TaskDose.tsx'
import { CloseTask, HandOnTask } from './TaskForms.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as ladderEn } from './words.ladder.en.ts'
import { es as ladderEs } from './words.ladder.es.ts'

const words = { en: { ...en, ladder: ladderEn }, es: { ...es, ladder: ladderEs } }

type Props = { task: TaskNow; careNow: number }

/** One thing, one owner, one button: first it is seen, then, with a sentence, it is closed. */
export function TaskRow({ task, careNow }: Props) {
  const { tasks: said } = useWords(words)
  const place = usePlace()
  const [open, setOpen] = useState<'close' | 'on'>()
  const due = formatDate(task.dueAt, place, 'moment')
  return (
    <li className={task.late ? 'tl-task tl-task-late' : 'tl-task'}>
      <div className="tl-task-what">
        <h3>
          <Whose task={task} />
        </h3>
        <p>
          {useKindWords(task.kind)} <span className="tl-quiet-words">({useUrgencyWords(task, careNow)})</span>
        </p>
        <TaskDose dose={task.dose} />
        <Also kinds={task.also} />
        <p className="tl-quiet-words">
          {task.mine ? <strong>{said.mine}</strong> : said.owner(task.ownerName)} · {said.since}{' '}
          {formatDate(task.raisedAt, place, 'moment')} ({relativeWords(task.raisedAt, careNow, useLanguage())}
          ) · {said.due} {due}
        </p>
        <Last task={task} />
        <Told task={task} />
      </div>
      <StatusMark state={task.late ? 'stop' : task.state === 'seen' ? 'met' : 'waiting'}>
        {task.late ? said.late : task.state === 'seen' ? said.seen(lastSeenBy(task)) : said.waiting}
      </StatusMark>
      {task.can.act && <Acts task={task} onOpen={setOpen} />}
      {open === 'close' && <CloseTask task={task} onDone={() => setOpen(undefined)} />}
      {open === 'on' && <HandOnTask task={task} onDone={() => setOpen(undefined)} />}
    </li>
  )
}

/** The name leads to the chart of whoever may open it, and is a name for everybody else. */
const Whose = ({ task: { can, personId, personName } }: { task: TaskNow }) =>
  can.open ? (
    <a href={`/app/people/${personId}`} translate="no">
      {personName}
    </a>
  ) : (
    <span translate="no">{personName}</span>
  )

function useKindWords(kind: string | null): string {
  const { tasks: said } = useWords(words)
  return kind === null ? said.clinical : wordsOfKind(said, kind)
}

const wordsOfKind = (said: (typeof en)['tasks'], kind: string): string =>
  kind in said.kinds ? said.kinds[kind as TaskKind] : said.other

/** "Today" is only said on the day that it is due, where the practice is; of a told history nobody has said that it is no worse. */
function useUrgencyWords({ kind, urgency, dueAt }: TaskNow, careNow: number): string {
  const { ladder } = useWords(words)
  const { timeZone } = usePlace()
  if (urgency === 'listed' && kind === 'history-told') return ladder.urgency['listed-history']
  if (urgency !== 'same-day') return ladder.urgency[urgency]
  return ladder.urgency[dueOn(dueAt, careNow, timeZone)]
}

/** Everything else that came up in the same sitting: one thing for one person, with all its reasons. */
function Also({ kinds }: { kinds: readonly string[] }) {
  const { tasks: said } = useWords(words)
  if (kinds.length === 0) return null
  return (
    <>
      <p className="tl-quiet-words">{said.also}</p>
      <ul className="tl-task-also">
        {kinds.map((kind) => (
          <li key={kind}>{wordsOfKind(said, kind)}</li>
        ))}
      </ul>
    </>
  )
}

const lastSeenBy = ({ events }: TaskNow): string =>
  events.findLast(({ kind }) => kind === 'acknowledged')?.byName ?? ''

function Last({ task }: { task: TaskNow }) {
  const { tasks: said } = useWords(words)
  const last = task.events.findLast(({ kind }) => kind === 'escalated')
  if (!last) return null
  const how = last.because
    ? fill(said.handedBy[last.because], { name: last.byName })
    : said.handed(last.byName)
  return <p className="tl-quiet-words">{how}</p>
}

/** Whom the ladder told, and when: not who read it. */
function Told({ task: { told } }: { task: TaskNow }) {
  const { ladder } = useWords(words)
  const place = usePlace()
  const people = new Set(told.flatMap(({ name }) => name ?? [])).size
  if (told.length === 0) return null
  return (
    <Disclosure title={plural(place.language, people, ladder.told.title)}>
      <ul className="tl-told">
        {told.map((one) => (
          <li key={`${one.round} ${one.rung} ${one.name}`}>
            {one.name === null || one.way === 'no-one'
              ? ladder.told['no-one']
              : ladder.told[one.way](one.name)}
            , {formatDate(one.at, place, 'moment')}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Why the next step is not theirs. */
function NotTheirs({ task: { state, mine, can } }: { task: TaskNow }) {
  const { tasks: said } = useWords(words)
  const handsOn = state === 'waiting' && mine && !can.see
  if (!handsOn && (state !== 'seen' || can.close)) return null
  return <p className="tl-quiet-words">{handsOn ? said.handIt : said.onlyClinician}</p>
}

function Acts({ task, onOpen }: { task: TaskNow; onOpen: (what: 'close' | 'on') => void }) {
  const { tasks: said } = useWords(words)
  const { mutate, error, isPending } = useSend(acknowledgeTask)
  const [id] = useState(newId)
  return (
    <div className="tl-task-acts">
      {task.state === 'waiting' && task.can.see && (
        <Button
          size="small"
          kind={task.mine ? 'act' : 'quiet'}
          busy={isPending}
          onPress={() => mutate({ personId: task.personId, taskId: task.id, id })}
        >
          {said.seeIt}
        </Button>
      )}
      {task.state === 'seen' && task.can.close && (
        <Button size="small" kind={task.mine ? 'act' : 'quiet'} onPress={() => onOpen('close')}>
          {said.close}
        </Button>
      )}
      <Button size="small" kind="link" onPress={() => onOpen('on')}>
        {said.handOn}
      </Button>
      <NotTheirs task={task} />
      <Refusal refused={error} />
    </div>
  )
}
