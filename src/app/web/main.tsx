import { createRoot } from 'react-dom/client'
import '../../platform/ui/look.css'
import { openOutbox } from '../../platform/offline/outbox.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

openOutbox()
// Without a worker (a private window, an old browser) everything works but opening the app while offline.
void navigator.serviceWorker?.register('/worker.js').catch(() => {})
