import type { DayAnswer, DayLine } from './dayLines.ts'
import type { en } from './words.asked.en.ts'

const lines: Record<DayLine, string> = {
  'warning-signs':
    '¿Dolor de pecho, falta de aire, dolor de cabeza fuerte y repentino, pérdida de visión, convulsión, desmayo o debilidad de un lado?',
  'infection-today': '¿Resfriado, infección de pecho, fiebre o asma hoy?',
  bladder: '¿Dolor o sangre al orinar, o ganas de ir más seguido?',
  capacity: 'A su juicio: ¿puede la persona decidir con libertad hoy, y está sobria?',
  'changed-medicine':
    '¿Un medicamento nuevo, uno que se dejó, u otra dosis? También hierbas y lo que no lleva receta.',
  'changed-illness': '¿Una enfermedad o un diagnóstico nuevo?',
  'changed-emergency': '¿Una visita a urgencias, una hospitalización o una operación?',
  'changed-fall': '¿Una caída, o un golpe en la cabeza?',
  'changed-pregnancy': '¿Posible embarazo, o una regla que no llegó?',
  'changed-mind': '¿Oír o ver lo que otros no, pensamientos que corren, o casi nada de sueño?',
  'alcohol-today': '¿Alcohol hoy?',
  'within-24-hours': '¿Alcohol, un sedante, un opioide o un estimulante en las últimas 24 horas?',
  'cannabis-within-24-hours': '¿Cannabis en las últimas 24 horas?',
  'psychedelic-within-7-days': '¿Un psicodélico o MDMA en los últimos 7 días?',
  intoxicated: 'A su juicio: ¿parece bajo los efectos de algo?',
  withdrawing: 'A su juicio: ¿parece en abstinencia?',
}

const answers: Record<DayAnswer, string> = {
  no: 'No',
  yes: 'Sí',
  none: 'Ninguna',
  any: 'Al menos una',
  known: 'Conocido, igual que antes',
  new: 'Nuevo',
  has: 'Sí',
  lacks: 'No puede decidir',
  coerced: 'Alguien le presiona',
  intoxicated: 'No está sobria',
  declined: 'No quiso decir',
}

export const es: typeof en = {
  lines,
  answers,
  lead: 'Pregunte hoy, cada cosa con sus palabras. Se anota lo que diga la persona.',
  fill: 'No a todas las que faltan',
  fillLeaves: {
    today: 'Quedan fuera las señales de alarma y su propio juicio: responda cada una por separado.',
    substances: 'Queda fuera su propio juicio: responda cada una por separado.',
  },
  linesFault: 'Conteste al menos una.',
  medicinesLead:
    '¿Cuándo fue la última dosis de cada uno? Aquí no se le dice a nadie que deje o se salte un medicamento.',
  last: { today: 'Hoy', yesterday: 'Ayer', earlier: 'Antes', unknown: 'Nadie lo sabe' },
  lastOf: 'Última dosis de {name}',
  lastTime: '¿A qué hora, {name}?',
  medicinesFault: 'Elija para cada uno y escriba la hora si fue hoy o ayer, no más tarde que ahora.',
  test: '¿Qué muestra la prueba?',
  testResult: { negative: 'Negativa', positive: 'Positiva', unclear: 'No es clara' },
  testFault: 'Elija lo que muestra.',
  report: '¿Qué muestra el informe estatal?',
  reportLead: 'Búsquelo en el sistema del estado. Aquí escriba solo en qué queda.',
  reportResult: { 'as-expected': 'Como se esperaba', concern: 'Algo que sopesar' },
  reportFault: 'Elija en qué queda.',
  review: 'Qué significa para hoy, como quien prescribe',
  reviewFault: 'Escriba qué significa para hoy.',
  saves: {
    today: 'Guardar cómo está',
    changes: 'Guardar los cambios',
    substances: 'Guardar lo que se tomó',
    medicines: 'Guardar las últimas dosis',
    pregnancy: 'Guardar la prueba',
    report: 'Guardar el informe',
    reviewed: 'Guardar lo que significa',
  },
}
