import type { en } from './words.thread.en.ts'

export const es: typeof en = {
  thread: {
    title: 'Mi hilo',
    emptyTitle: 'Empieza cuando empieza su tratamiento.',
    emptyWords: 'Después crece con cada paso, con sus propias palabras, y usted elige qué mirar.',
    answers: 'Sus respuestas a lo largo del tiempo',
    words: 'Todas mis palabras',
    belief: 'Qué tan cierta se siente, de 0 a 100',
    instruments: { 'phq-9': { label: 'Ánimo bajo', detail: 'PHQ-9, de 0 a 27; menos es más ligero' } },
    left: {
      client: { hospital: 'Al hospital', left: 'Salió antes', 'against-advice': 'Salió antes' },
      staff: {
        hospital: 'Al hospital',
        left: 'Se fue por su cuenta',
        'against-advice': 'Se fue contra el consejo',
      },
    },
    ahead: { session: 'Viaje {n}', review: 'Revisión', ending: 'Cierre planeado' },
  },
}
