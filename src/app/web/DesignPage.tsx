import { useWords } from '../../platform/i18n/LanguageProvider.tsx'
import { firstDay, threeJourneys, twelveJourneys, withoutPrivate } from '../../platform/ui/design/threads.ts'
import { en } from '../../platform/ui/design/words.en.ts'
import { es } from '../../platform/ui/design/words.es.ts'
import { ClientShell } from '../../platform/ui/shell/ClientShell.tsx'
import { ThreadPicture } from '../../platform/ui/thread/ThreadPicture.tsx'

const links = { today: '/design', thread: '/design', help: '/design' }
const words = { en, es }

export function DesignPage() {
  const { courses, title } = useWords(words)
  return (
    <ClientShell links={links}>
      <h1>{title}</h1>
      <div id="three">
        <ThreadPicture view={withoutPrivate(threeJourneys(courses))} framing="staff" />
      </div>
      <div id="client">
        <ThreadPicture view={threeJourneys(courses)} framing="client" />
      </div>
      <div id="first">
        <ThreadPicture view={firstDay(courses)} framing="client" />
      </div>
      <div id="twelve">
        <ThreadPicture view={twelveJourneys(courses)} framing="staff" />
      </div>
    </ClientShell>
  )
}
