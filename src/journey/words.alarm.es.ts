import type { en } from './words.alarm.en.ts'

export const es: typeof en = {
  title: 'Ahora',
  'not-answering': 'No responde. Llámele en voz alta, tóquele el hombro, abra la vía aérea.',
  symptom:
    'Dolor de pecho, falta de aire, dolor de cabeza súbito y fuerte, pérdida de la vista, convulsión, debilidad de un lado: atención de emergencia de inmediato, con cualquier presión.',
  limit: 'Emergencia: {what}. Mire primero a la persona y mida otra vez.',
  stop: 'Alto. Usó su señal de alto.',
  stopSteps:
    'Retire las manos y deje lo que se está haciendo. Diga en voz alta que ha parado. Pregunte qué necesita ahora.',
  stopAgreed: 'Lo acordado: {signal}',
  openCard: 'Abrir la tarjeta de emergencia',
  seen: 'Visto, me ocupo',
  stopped: 'Ya se detuvo',
  since: {
    'not-answering': 'No responde desde que se midió esto. Mida ahora, primero la sedación.',
    symptom: 'Pecho, aire o vista desde que se midió esto. Mida ahora.',
  },
}
