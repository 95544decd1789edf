import type { en } from './words.list.en.ts'

export const es: typeof en = {
  told: 'Lo que ha contado',
  allergy: 'Alergia',
  takeBack: {
    stopped: 'Ya no lo tomo',
    mistaken: 'Lo escribí mal',
  },
  takeBackOf: '{way}: {what}',
  back: {
    stopped: 'Usted dijo que ya no lo toma. Si lo toma, añádalo otra vez abajo.',
    mistaken: 'Usted retiró esto. Añádalo abajo como debe ser.',
  },
  none: {
    medicine: 'No tomo medicamentos',
    allergy: 'No tengo alergias',
  },
  noneSaid: {
    medicine: 'Usted dijo: ningún medicamento. Si eso cambia, añádalo arriba.',
    allergy: 'Usted dijo: ninguna alergia. Si eso cambia, añádala arriba.',
  },
  empty: 'Una lista vacía no nos dice nada. Si no hay nada que añadir, dígalo.',
  noneShort: 'Usted dijo: nada',
  doctor: 'Antes de dejar un medicamento, hable con quien se lo dio.',
}
