import { useEffect, useState } from 'react'
import { hasLeft, leftIsOver } from '../../access/left.web.ts'
import { useWords } from '../../platform/i18n/LanguageProvider.tsx'
import { en } from '../../platform/ui/words.broken.en.ts'
import { es } from '../../platform/ui/words.broken.es.ts'
import './broken.css'

const words = { en, es }
const patience = 800

/** Whether someone left on this device and the server has not heard of it yet. */
export function useLeft(): boolean {
  const [isOut, come] = useState(hasLeft)
  useEffect(() => {
    if (isOut) void leftIsOver().then(() => come(false))
  }, [isOut])
  return isOut
}

/** In place of every page, until then. On a line that works it is never seen. */
export function Left() {
  const { left, leftNext, now, call988 } = useWords(words)
  const [isLong, wait] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => wait(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <main className="tl-broken">
      <h1>{left}</h1>
      <p>{leftNext}</p>
      <p>{now}</p>
      <a href="tel:988">{call988}</a>
    </main>
  )
}
