import { createRoot } from 'react-dom/client'
import '../../platform/ui/look.css'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
