import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import './safety.css'
import { readTasks } from './safety.contract.ts'
import { onToday } from './task.ts'
import { TaskRow } from './TaskRow.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** On the day's board: all that is its reader's own, then the few others that are due first; nothing where nothing waits. */
export function TaskPanel() {
  const { tasks: said } = useWords(words)
  const language = useLanguage()
  const { data, error } = useAsk(readTasks, {})
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  if (data.tasks.length === 0) return null
  const shown = onToday(data.tasks)
  const more = data.tasks.length - shown.length
  return (
    <section className="tl-tasks-page" aria-labelledby="tasks">
      <h2 id="tasks">{said.title}</h2>
      <ul className="tl-tasks">
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} careNow={data.careNow} />
        ))}
      </ul>
      <LinkButton kind="link" size="small" href="/app/tasks">
        {said.all} {more > 0 && plural(language, more, said.more)}
      </LinkButton>
    </section>
  )
}
