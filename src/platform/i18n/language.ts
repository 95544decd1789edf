export type Language = 'en' | 'es'

/** Each language by its own name, because a person looks for the one they can read. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
]

export const isLanguage = (text: unknown): text is Language => text === 'en' || text === 'es'

export const pick = <Words>(words: Readonly<Record<Language, Words>>, language: Language): Words =>
  words[language]

/** What `Intl` is asked for: both as people in the United States write dates, times and numbers. */
export const localeOf = (language: Language): string => (language === 'es' ? 'es-US' : 'en-US')
