import { type Language, localeOf } from './language.ts'

export type Forms = { readonly one: string; readonly other: string }

const rules = { en: new Intl.PluralRules('en'), es: new Intl.PluralRules('es') }

/** `{n}` in the chosen form becomes the number. Spanish "many" (a round million) takes the form for "other". */
export const plural = (language: Language, count: number, forms: Forms): string => {
  const form = rules[language].select(count) === 'one' ? forms.one : forms.other
  return form.replace('{n}', new Intl.NumberFormat(localeOf(language)).format(count))
}

/** "a, b and c", in the language's own way. */
export const listed = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items)
