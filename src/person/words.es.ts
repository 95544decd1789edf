import type { en } from './words.en.ts'

export const es: typeof en = {
  places: {
    history: 'Antecedentes',
    decision: 'Decisión',
  },
  nameless: 'Sin nombre',
  born: (date) => `nació el ${date}`,
  birthdayUnknown: 'fecha de nacimiento desconocida',
  onPapers: (given) => `${given} en los documentos`,
  speaks: { en: 'inglés', es: 'español' },
}
