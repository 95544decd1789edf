import { useCallback, useEffect, useState } from 'react'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'

const key = 'tl-language'

function remembered(): Language {
  try {
    const kept = localStorage.getItem(key)
    if (isLanguage(kept)) return kept
  } catch {
    // Nothing kept: ask the browser.
  }
  return navigator.language.startsWith('es') ? 'es' : 'en'
}

/** The language of this device, remembered here until an account says otherwise. */
export function useSpoken(): readonly [Language, (language: Language) => void] {
  const [language, set] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = useCallback((next: Language) => {
    set(next)
    try {
      localStorage.setItem(key, next)
    } catch {
      // Chosen for now, forgotten later.
    }
  }, [])
  return [language, choose]
}
