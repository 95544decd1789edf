import type { en } from './problem.referral.en.ts'

export const es: typeof en = {
  'referral-damaged': {
    title: 'No se pudo leer este archivo.',
    next: 'Está cortado, fue cambiado o no es un archivo FHIR R4 en JSON. Pídalo de nuevo a quien lo envió. No se guardó nada.',
  },
  'referral-too-large': {
    title: 'Este archivo es demasiado grande.',
    next: 'Pida a quien lo envió el archivo de esta sola persona. No se guardó nada.',
  },
  'referral-not-a-bundle': {
    title: 'Esto no es una referencia.',
    next: 'Elija el paquete FHIR R4 completo, no una parte ni otro tipo de archivo. No se guardó nada.',
  },
  'referral-other-version': {
    title: 'Este archivo está en otra versión de FHIR.',
    next: 'Pida FHIR R4 a quien lo envió. Leído como R4, podría decir otra cosa. No se guardó nada.',
  },
  'referral-no-person': {
    title: 'Este archivo no dice de quién se trata.',
    next: 'Pida a quien lo envió un archivo con los datos de la persona. No se guardó nada.',
  },
  'referral-two-persons': {
    title: 'Este archivo trata de más de una persona.',
    next: 'Pida a quien lo envió un archivo por persona. No se guardó nada.',
  },
  'referral-person-died': {
    title: 'El archivo dice que esta persona falleció.',
    next: 'Llame a quien lo envió antes de hacer otra cosa. No se guardó nada.',
  },
  'referral-someone-else': {
    title: 'Un número de este archivo pertenece aquí a otra persona.',
    next: 'El nombre y la fecha de nacimiento son distintos. Llame a quien lo envió y averigüe cuál es el correcto. No se guardó nada.',
  },
  'referral-perhaps-known': {
    title: 'Puede que ya haya aquí alguien con este nombre.',
    next: 'Indique si es la misma persona o una nueva. No se guardó nada.',
  },
  'someone-else-perhaps': {
    title: 'Puede que aquí otra persona lleve este nombre.',
    next: 'Mire antes los dos expedientes. Después indique que son dos personas. No se guardó nada.',
  },
  'taken-in-already': {
    title: 'Alguien ya recibió a esta persona.',
    next: 'Vuelva a lo que escribió: ahí está el camino a su expediente. No se guardó nada más.',
  },
  'referral-matches-two': {
    title: 'Este archivo coincide aquí con dos personas.',
    next: 'Tiene los números de ambas. Averigüe con quien lo envió de quién se trata. No se guardó nada.',
  },
}
