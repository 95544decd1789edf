import { useChooseLanguage, useLanguage, useWords } from '../i18n/LanguageProvider.tsx'
import { languages } from '../i18n/language.ts'
import { Choice } from './Choice.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export function LanguageSwitch() {
  const { language } = useWords(words)
  const options = languages.map(({ code, name }) => ({ value: code, words: name, lang: code }))
  return (
    <Choice
      label={language.label}
      hideLabel
      value={useLanguage()}
      onChange={useChooseLanguage()}
      options={options}
    />
  )
}
