import { createRoot } from 'react-dom/client'
import '../../platform/ui/look.css'
import { leftIsOver } from '../../access/left.web.ts'
import { watchTouches } from '../../platform/http/attended.web.ts'
import { openOutbox } from '../../platform/offline/outbox.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

// What waits to be sent is sent by whoever signs in again, not behind the back of someone who left.
void leftIsOver().then(openOutbox)
watchTouches()
// Without a worker (a private window, an old browser) everything works but opening the app while offline.
void navigator.serviceWorker
  ?.register('/worker.js')
  .then(handOver)
  .catch(() => {})

/** The files of this page that came before the worker did: asked for once more, they are kept, from the first visit on. */
async function handOver(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker.controller)
    await new Promise((taken) => serviceWorker.addEventListener('controllerchange', taken, { once: true }))
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  for (const file of files)
    if (new URL(file).pathname.startsWith('/assets/')) void fetch(file).catch(() => undefined)
}
