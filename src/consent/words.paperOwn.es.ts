import type { en } from './words.paperOwn.en.ts'

export const es: typeof en = {
  mark: 'Incorporado en papel',
  formVersion: '{form}, versión {version}',
  noVersion: '{form}; el papel no dice versión',
  title: 'Firmado antes en papel',
  lead: 'Su equipo anotó esto de un papel. Antes de su próximo viaje aquí, le pedimos que lea nuestras seis páginas y firme también aquí.',
  replaced: 'Usted ya firmó aquí después. Eso es lo que vale.',
  signed: 'Firmado {when}. Nombre en el papel: {name}.',
  states: {
    one: '{first} vio el papel. Falta que lo vea otra persona. Hasta entonces no vale nada.',
    two: '{first} y {second} vieron el papel.',
    expired: 'Pasó más de un año desde que se firmó. Ya no vale.',
    broken: 'Lo guardado no es lo que vio su equipo. No vale nada. Avise por favor a su consultorio.',
    withdrawn: 'Usted lo retiró el {day}. Eso vale.',
    'not-so': 'Usted dijo el {day} que no es así. No vale nada.',
    mistake: 'Su equipo lo quitó el {day}. Su motivo: {reason}',
  },
  kept: 'El papel está aquí: {where}',
  endWords: 'Puede ponerle fin ahora. No hace falta un motivo, y nadie se lo pedirá.',
  takeBack: 'Retirarlo',
  takeBackOf: 'Retirar: {form}',
  withIt: 'Si lo retira, se retira también lo que firmó aquí.',
  notSo: 'Esto no es así',
  notSoOf: 'Esto no es así: {form}',
}
