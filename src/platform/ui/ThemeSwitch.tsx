import { useEffect, useState } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import { Choice } from './Choice.tsx'
import { rememberedTheme, rememberTheme, type Theme } from './theme.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Daylight or low light, remembered on this device. */
export function ThemeSwitch() {
  const { theme } = useWords(words)
  const [chosen, choose] = useState<Theme>(rememberedTheme)
  useEffect(() => rememberTheme(chosen), [chosen])
  return (
    <Choice
      label={theme.label}
      hideLabel
      value={chosen}
      onChange={choose}
      options={[
        { value: 'light', words: theme.light },
        { value: 'low', words: theme.low },
      ]}
    />
  )
}
