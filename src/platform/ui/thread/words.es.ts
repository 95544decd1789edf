import type { en } from './words.en.ts'

export const es: typeof en = {
  picture: {
    thread: 'El hilo',
    preparation: 'Preparación',
    integration: 'Integración',
    ahead: 'aún por vivir',
    today: 'Hoy',
    ended: 'Terminado',
    week: 'semana',
    skipped: 'omitido',
    kept: 'Es privado',
    hatched: 'Rayado: cerca del inicio. Puede ser azar.',
    change: {
      score: {
        better: 'mejor, más que por azar',
        worse: 'peor, más que por azar',
        chance: 'puede ser azar',
      },
      belief: {
        better: 'más suelta, más que por azar',
        worse: 'más fuerte, más que por azar',
        chance: 'puede ser azar',
      },
    },
    rows: { intention: 'Intención', insight: 'Comprensión', exercise: 'Ejercicio', change: 'Lo que cambió' },
  },
  sentence: {
    score: {
      better: 'De {first} a {last}. Es una mejoría mayor que el azar.',
      worse: 'De {first} a {last}. Es más difícil que antes, más que por azar. Vale la pena hablarlo.',
      chance: 'De {first} a {last}. Puede ser azar.',
      unknown: 'De {first} a {last}.',
    },
    belief: {
      better: 'Antes se sentía {first} de cierta, y ahora {last}. Es más que azar.',
      worse:
        'Antes se sentía {first} de cierta, y ahora {last}. Pesa más, y no solo por azar. Vale la pena hablarlo.',
      chance: 'Antes se sentía {first} de cierta, y ahora {last}. Puede ser azar.',
      unknown: 'Antes se sentía {first} de cierta, y ahora {last}.',
    },
  },
  once: '{first}; se ha preguntado una sola vez.',
  never: 'Aún no se ha preguntado.',
  heard:
    'El hilo de este proceso, desde {from} hasta {now}. Viajes hasta ahora: {journeys}. Más abajo se cuenta lo mismo en palabras.',
  show: 'Mostrar',
  inOrder: 'Leerlo en orden',
  asTable: 'Leerlo como tabla',
  print: 'Imprimir en una página',
  more: 'Más, si usted quiere',
  moreWords:
    'Los números quedan cerrados hasta que usted los abra. Rayado quiere decir: puede ser azar. Un número es una manera de mirar, en un solo día.',
  journey: [
    'Primer viaje',
    'Segundo viaje',
    'Tercer viaje',
    'Cuarto viaje',
    'Quinto viaje',
    'Sexto viaje',
    'Séptimo viaje',
    'Octavo viaje',
    'Noveno viaje',
    'Décimo viaje',
    'Undécimo viaje',
    'Duodécimo viaje',
  ],
  journeyNumber: 'Viaje {n}',
  ahead: 'Lo que viene',
  aheadEmpty: 'Aún no hay nada acordado.',
  beginning: 'Este es el comienzo. Todavía no tiene que haber nada aquí.',
  noWords: 'Aquí no se guardaron palabras.',
  keptOwn: 'Solo usted puede ver esto.',
  keptOther: 'Es privado.',
  table: {
    caption: 'Todo lo de la imagen, por fecha',
    when: 'Cuándo',
    what: 'Qué',
    value: 'Valor o palabras',
    planned: 'Viaje, previsto',
    skipped: 'Omitido',
  },
}
