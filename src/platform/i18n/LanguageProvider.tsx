import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Place } from './format.ts'
import { type Language, pick } from './language.ts'

type Spoken = Place & { readonly choose: (language: Language) => void }

const here: Spoken = { language: 'en', timeZone: 'UTC', choose: () => undefined }
const SpokenContext = createContext<Spoken>(here)

type Props = {
  language: Language
  /** The course's or practice's zone; times on screens are told in it. */
  timeZone?: string | undefined
  onChoose?: ((language: Language) => void) | undefined
  children: ReactNode
}

export function LanguageProvider({
  language,
  timeZone = here.timeZone,
  onChoose = here.choose,
  children,
}: Props) {
  const spoken = useMemo(() => ({ language, timeZone, choose: onChoose }), [language, timeZone, onChoose])
  return <SpokenContext value={spoken}>{children}</SpokenContext>
}

/** The same language, told in the zone of a course or a practice. */
export function PlaceProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const spoken = useContext(SpokenContext)
  const there = useMemo(() => ({ ...spoken, timeZone }), [spoken, timeZone])
  return <SpokenContext value={there}>{children}</SpokenContext>
}

/** A part of the page that stays in a language of its own, whatever the page around it speaks; a screen reader is told. */
export function TongueProvider({ language, children }: Pick<Props, 'language' | 'children'>) {
  const spoken = useContext(SpokenContext)
  const there = useMemo(() => ({ ...spoken, language }), [spoken, language])
  return (
    <SpokenContext value={there}>
      <div lang={language} className="tl-tongue">
        {children}
      </div>
    </SpokenContext>
  )
}

export const useLanguage = (): Language => useContext(SpokenContext).language
export const useChooseLanguage = (): ((language: Language) => void) => useContext(SpokenContext).choose
export const usePlace = (): Place => useContext(SpokenContext)
export const useWords = <Words,>(words: Readonly<Record<Language, Words>>): Words =>
  pick(words, useLanguage())
