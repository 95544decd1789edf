import type { en } from './words.ladder.en.ts'

export const es: typeof en = {
  title: 'Nadie ha respondido',
  unanswered: {
    one: 'Un asunto se llevó a todas las personas de la escalera y nadie ha dicho que lo vio.',
    other: '{n} asuntos se llevaron a todas las personas de la escalera y nadie ha dicho que los vio.',
  },
  silent: {
    one: 'Un asunto debía haber avisado a alguien hace rato y no lo hizo. Busque usted a su responsable.',
    other:
      '{n} asuntos debían haber avisado a alguien hace rato y no lo hicieron. Busque usted a sus responsables.',
  },
  standsStill:
    'Ahora los avisos no salen por sí solos. Quien lleva el servidor debe revisarlo. Mientras tanto, mire aquí usted.',
  look: 'Ver lo pendiente',
  urgency: {
    'at-once': 'Ahora',
    'same-day': 'Hoy',
    later: 'Cuando alguien vuelva a leer',
    past: 'Debía verse antes de hoy',
    listed: 'Anotado: no está peor que antes',
    'listed-history': 'Anotado: no se llama a nadie por esto',
  },
  told: {
    title: { one: 'Se avisó a 1 persona', other: 'Se avisó a {n} personas' },
    mail: (name: string) => `${name}, por correo`,
    screen: (name: string) => `${name}, solo en su pantalla`,
    'no-one': 'Este paso no encontró a quién avisar',
  },
  ladder: 'A quién se avisa mientras nadie responde',
  rungs: {
    owner: 'De inmediato: la persona responsable.',
    second: {
      one: 'Después de 1 minuto: quien receta y quien coordina.',
      other: 'Después de {n} minutos: quien receta y quien coordina.',
    },
    third: {
      one: 'Después de 1 minuto: todo el equipo de atención.',
      other: 'Después de {n} minutos: todo el equipo de atención.',
    },
    last: {
      one: 'Después de 1 minuto: quien administra.',
      other: 'Después de {n} minutos: quien administra.',
    },
  },
  counted:
    'Se cuenta desde que surgió o, si puede esperar a que alguien lea, desde su plazo. Solo lo detiene una persona que dice «Lo he visto».',
  ways: 'Se les avisa por correo y en su pantalla, no por teléfono. Lo que solo está anotado no avisa a nadie.',
  waysNoMail:
    'Se les avisa solo en su pantalla: de este servidor no sale correo y a nadie se le llama por teléfono. Quien no está mirando no se entera. Lo que solo está anotado no avisa a nadie.',
  source: 'Los minutos son un ajuste de este consultorio.',
  usual: 'Son los minutos habituales; aquí nadie ha puesto otros.',
  change: 'Cambiar los minutos',
  second: 'Segundo paso después de',
  third: 'Tercer paso después de',
  last: 'Último paso después de',
  minutes: 'minutos',
  wrong: 'Escriba tres números enteros de 1 a 1440, cada uno mayor que el anterior.',
  save: 'Guardar estos minutos',
  cancel: 'Ahora no',
}
