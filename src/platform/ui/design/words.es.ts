import type { en } from './words.en.ts'

export const es: typeof en = {
  title: 'El aspecto',
  lead: 'Cada control de Throughline, en cada estado. Nada en esta página describe a una persona real.',
  courses: {
    mood: 'Ánimo bajo',
    moodDetail: 'PHQ-9, de 0 a 27; menos es más ligero',
    beliefDetail: 'qué tan cierta se siente, de 0 a 100',
    beliefs: {
      safe: '«No estoy a salvo»',
      trust: '«No puedo confiar en nadie»',
      broken: '«Estoy irremediablemente roto»',
      alone: '«Tengo que hacerlo todo sin ayuda de nadie»',
    },
    rest: 'Descansar con la puerta cerrada',
    alarm: 'La alarma es vieja',
    sounds: 'Cinco sonidos, antes de dormir',
    lamp: 'La lámpara apagada, cuatro noches de siete',
    door: 'Duerme con la puerta cerrada',
    ask: 'Puedo pedir y quedarme',
    call: 'Una llamada por semana',
    lift: 'Le pidió a un vecino que le llevara',
    kept: 'Lo que vi junto al agua',
    long: 'Darme cuenta de cuándo abandono mi propio cuerpo en medio de una conversación, y volver sin responsabilizarme',
    session: 'Sesión',
    review: 'Revisión',
  },
}
