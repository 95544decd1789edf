import { type ReactNode, useId } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import './design.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export const useDesignWords = () => useWords(words)

type Props = { name: keyof typeof en.sheets; children: ReactNode }

/** One part of the page: its name in the margin, its states beside it. */
export function Sheet({ name, children }: Props) {
  const id = useId()
  const { sheets } = useDesignWords()
  return (
    <section className="tl-design-sheet" aria-labelledby={id}>
      <h2 id={id}>{sheets[name]}</h2>
      <div className="tl-stack">{children}</div>
    </section>
  )
}
