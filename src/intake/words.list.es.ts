import type { en } from './words.list.en.ts'

export const es: typeof en = {
  none: {
    medicine: 'La persona contó el {day}: no toma medicamentos. Repáselo con ella: esto no confirma nada.',
    allergy: 'La persona contó el {day}: no tiene alergias. Repáselo con ella: esto no confirma nada.',
  },
  back: {
    stopped:
      'La persona dijo el {day}: ya no lo toma. Cuenta hasta que usted diga “no es así”: algunos medicamentos actúan semanas después de la última toma.',
    mistaken: 'La persona dijo el {day}: lo había escrito mal. Cuenta hasta que usted diga “no es así”.',
  },
  changed: {
    stopped: 'la persona: ya no lo toma',
    mistaken: 'la persona: lo escribió mal',
    none: {
      medicine: 'Contado por la persona: ningún medicamento',
      allergy: 'Contado por la persona: ninguna alergia',
    },
  },
}
