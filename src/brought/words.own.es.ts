import type { en } from './words.own.en.ts'

export const es: typeof en = {
  title: 'Sus viajes en otro lugar',
  lead: 'Su equipo los anotó. No fueron aquí. Si algo no es así, dígaselo: pueden retirarlo.',
  line: 'Viaje, {when}',
  where: 'En {where}.',
  whereUnknown: 'No está anotado dónde fue.',
  tolerances: { well: 'A su cuerpo le fue bien.', unwanted: 'Hubo efectos que usted no quería.' },
  toleratedUnknown: 'No está anotado cómo lo llevó su cuerpo.',
  sources: {
    'own-paper': 'Viene del expediente en papel de este consultorio.',
    'former-practice': 'Viene del consultorio donde tuvo lugar.',
    client: 'Nos lo contó usted.',
  },
  by: 'Lo anotó {name}, el {at}.',
}
