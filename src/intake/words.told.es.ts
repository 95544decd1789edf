import type { en } from './words.told.en.ts'

export const es: typeof en = {
  title: 'Anotar lo que se contó',
  lead: 'De uno en uno, con las palabras de la etiqueta si puede. Vale como confirmado por usted. Lo que nuestras listas no conocen no coincide por sí solo con ninguna regla.',
  kind: 'Qué es',
  kinds: { medicine: 'Medicamento', problem: 'Enfermedad', allergy: 'Alergia' },
  words: {
    medicine: 'Qué medicamento',
    problem: 'Qué enfermedad',
    allergy: 'Alergia a qué',
  },
  dosage: 'Cuánto y cada cuánto',
  since: {
    year: 'Desde: año',
    month: 'Mes',
    day: 'Día',
    monthUnknown: 'no se sabe',
    hint: 'Hasta donde se sepa. Puede quedar vacío.',
  },
  save: 'Anotar',
  missing: 'Escriba esto primero.',
  wrong: 'Esta fecha no puede ser correcta.',
}
