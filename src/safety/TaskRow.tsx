import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate, relativeWords } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { acknowledgeTask, type TaskNow } from './safety.contract.ts'
import type { TaskKind } from './task.ts'
import { CloseTask, HandOnTask } from './TaskForms.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

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
          <a href={`/app/people/${task.personId}`} translate="no">
            {task.personName}
          </a>
        </h3>
        <p>{useKindWords(task.kind)}</p>
        <p className="tl-quiet-words">
          {task.mine ? <strong>{said.mine}</strong> : said.owner(task.ownerName)} · {said.since}{' '}
          {formatDate(task.raisedAt, place, 'moment')} ({relativeWords(task.raisedAt, careNow, useLanguage())}
          ) · {said.due} {due}
        </p>
        <Last task={task} />
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

function useKindWords(kind: string | null): string {
  const { tasks: said } = useWords(words)
  if (kind === null) return said.clinical
  return kind in said.kinds ? said.kinds[kind as TaskKind] : said.other
}

const lastSeenBy = ({ events }: TaskNow): string =>
  events.findLast(({ kind }) => kind === 'acknowledged')?.byName ?? ''

function Last({ task }: { task: TaskNow }) {
  const { tasks: said } = useWords(words)
  const last = task.events.findLast(({ kind }) => kind === 'escalated')
  return last ? <p className="tl-quiet-words">{said.handed(last.byName)}</p> : null
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
      {task.state === 'seen' && !task.can.close && <p className="tl-quiet-words">{said.onlyClinician}</p>}
      <Refusal refused={error} />
    </div>
  )
}
