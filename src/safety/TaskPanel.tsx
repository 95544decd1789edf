import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import './safety.css'
import { readTasks } from './safety.contract.ts'
import { TaskRow } from './TaskRow.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const most = 4

/** The few that are due first, on the day's board; nothing at all when nothing waits. */
export function TaskPanel() {
  const { tasks: said } = useWords(words)
  const language = useLanguage()
  const { data } = useAsk(readTasks, {})
  if (!data || data.tasks.length === 0) return null
  const more = data.tasks.length - most
  return (
    <section className="tl-tasks-page" aria-labelledby="tasks">
      <h2 id="tasks">{said.title}</h2>
      <ul className="tl-tasks">
        {data.tasks.slice(0, most).map((task) => (
          <TaskRow key={task.id} task={task} careNow={data.careNow} />
        ))}
      </ul>
      <LinkButton kind="link" size="small" href="/app/tasks">
        {said.all} {more > 0 && plural(language, more, said.more)}
      </LinkButton>
    </section>
  )
}
