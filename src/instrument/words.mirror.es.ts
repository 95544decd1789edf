import type { en } from './words.mirror.en.ts'

export const es: typeof en = {
  title: 'Un cuestionario como archivo',
  lead: 'Cada respuesta de un expediente exportado nombra su cuestionario y la versión. Aquí está ese cuestionario solo, en FHIR R4: sus preguntas, cuánto cuenta cada respuesta y cómo se calcula.',
  which: 'Cuestionario',
  choose: 'Elija uno',
  language: 'Idioma',
  languages: { en: 'Inglés', es: 'Español' },
  unworded:
    'El archivo tiene cada lugar y su cálculo, pero no las palabras: nadie puede darlas en este idioma.',
  get: 'Guardar el archivo',
}
