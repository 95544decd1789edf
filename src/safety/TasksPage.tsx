import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { CoverPart } from './CoverPart.tsx'
import { LadderPart } from './LadderPart.tsx'
import './safety.css'
import { readTasks } from './safety.contract.ts'
import { TaskRow } from './TaskRow.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Who, what, since when, and one button. */
export function TasksPage() {
  const { tasks: said } = useWords(words)
  return (
    <StaffFrame current="/app/tasks">
      <div className="tl-tasks-page">
        <header>
          <h1>{said.title}</h1>
          <p className="tl-lead">{said.lead}</p>
        </header>
        <Tasks />
      </div>
    </StaffFrame>
  )
}

function Tasks() {
  const { tasks: said } = useWords(words)
  const { data, error } = useAsk(readTasks, {})
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      <h2 className="tl-sr">{said.list}</h2>
      {data.tasks.length === 0 ? (
        <EmptyState title={said.empty}>{said.emptyWords}</EmptyState>
      ) : (
        <ul className="tl-tasks">
          {data.tasks.map((task) => (
            <TaskRow key={task.id} task={task} careNow={data.careNow} />
          ))}
        </ul>
      )}
      <CoverPart cover={data.cover} canDeclare={data.can.declareCover} />
      <LadderPart ladder={data.ladder} canSet={data.can.declareCover} />
    </>
  )
}
