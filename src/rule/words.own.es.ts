import type { en } from './words.own.en.ts'

export const es: typeof en = {
  ratifiedCount: 'De {all} reglas, este consultorio ha ratificado {n}.',
  proposedDefault:
    'Lo marcado como valor propuesto es nuestro y lo decide su dirección médica. Una regla que se apoya solo en eso vino como decisión escrita, y aquí puede hacerse que detenga.',
  states: {
    none: 'sin ratificar aquí',
    ratified: 'ratificada aquí',
    older: 'ratificada aquí en una versión anterior',
  },
  raised: 'más estricta aquí',
  only: 'Solo lo que falta ratificar',
  term: 'En este consultorio',
  by: '{what} por {who}, desde el {at}, versión {version}',
  because: 'El motivo: {reason}',
  raisedFrom: 'Vino como: {severity}.',
  waits: 'Espera una propuesta: {severity}, de {by}, {at}.',
  ratify: 'Ratificar como vino',
  ratifyRaised: 'Ratificar como está aquí',
  raise: 'Hacerla más estricta: que detenga',
  back: 'Volver a como vino',
  ratifyShown: {
    one: 'Ratificar la {n} que se muestra sin ratificar',
    other: 'Ratificar las {n} que se muestran sin ratificar',
  },
  title: 'Una decisión sobre las reglas',
  what: 'Para todas las personas de este consultorio, usted propone:',
  to: '{rule}: {severity}',
  more: { one: 'y {n} más, como se muestra', other: 'y {n} más, como se muestra' },
  holds:
    'Rige cuando otra persona que prescribe en este consultorio la ha firmado; donde hay dirección médica nombrada, esta es una de las dos. Donde nadie más prescribe, rige 24 horas después de su firma.',
  reason: 'Por qué',
  reasonMissing: 'Escriba por qué.',
  sign: 'Firmar esta propuesta',
  meaning: 'He leído estas reglas y propongo esto para todas las personas de este consultorio.',
  waiting: 'Esperan para regir',
  proposed: '{by} propuso esto el {at}.',
  second: 'Firmar en segundo lugar',
  secondTitle: 'La segunda firma',
  secondMeaning:
    'He leído estas reglas y el motivo, y estoy de acuerdo para todas las personas de este consultorio.',
  rests: 'Nadie más aquí podía firmarla, así que rige por sí sola desde el {at}.',
  needsSecond: 'Espera la firma de otra persona que prescriba aquí.',
  needsDirector: 'Espera la firma de {name}, de la dirección médica de aquí.',
  withdraw: 'Retirarla',
  withdrawn: 'Pulse otra vez para retirarla',
  keep: 'Dejarla',
}
