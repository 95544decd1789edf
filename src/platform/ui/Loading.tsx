import { useEffect, useState } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './quiet.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const patience = 400

/** Words, and only if it takes long enough to be noticed; nothing turns, shimmers or pulses. */
export function Loading({ children }: { children?: string | undefined }) {
  const { loading } = useWords(words)
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return <output className="tl-loading">{due ? (children ?? loading) : null}</output>
}
