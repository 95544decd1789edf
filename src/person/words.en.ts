import type { PersonPlaceWord } from './places.ts'

const places: Record<PersonPlaceWord, string> = {
  history: 'History',
  decision: 'Decision',
}

export const en = {
  places,
  nameless: 'Name not given',
  born: (date: string) => `born ${date}`,
  birthdayUnknown: 'birthday not known',
  onPapers: (given: string) => `${given} on papers`,
  speaks: { en: 'English', es: 'Spanish' },
}
