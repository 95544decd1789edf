import type { en } from './words.en.ts'

export const es: typeof en = {
  intro: {
    title: '¿Cómo ha estado?',
    lead: 'Unas pocas preguntas cortas sobre las últimas dos semanas. Unos tres minutos. Puede parar y seguir después, en cualquier dispositivo.',
    leadAgain:
      'Las mismas preguntas de antes. Les muestran a usted y a su equipo qué ha cambiado desde entonces.',
    why: 'Por qué preguntamos',
    whyWords: 'Para ver lo que cambia, para bien o para mal, y para que no se nos pase nada difícil.',
    who: 'Quién lo lee',
    whoWords: (names: string) => `${names}. Lo revisan con usted.`,
    whoNone: 'El equipo que le va a atender. Todavía no hay nadie nombrado.',
    when: 'Cuándo se lee',
    whenWords: 'En horas de trabajo. No de noche, ni de inmediato.',
    danger: 'Una cosa es distinta',
    dangerWords:
      'Si una respuesta trata de morir o de hacerse daño, le mostramos ayuda enseguida y avisamos en ese momento a una persona de su equipo, aun antes de que envíe lo demás.',
    begin: 'Empezar',
    goOn: 'Seguir donde se quedó',
    notNow: 'Ahora no',
  },
  question: {
    of: (place: number, total: number) => `Pregunta ${place} de ${total}`,
    keys: (keys: string) => `Con un teclado, oprima ${keys}.`,
    preferNot: 'Prefiero no decirlo',
    inPerson: 'Prefiero decirlo en persona',
    back: 'Atrás',
    forward: 'Siguiente',
    review: 'Ir al final',
  },
  review: {
    title: 'Revíselo',
    lead: 'Cambie lo que quiera. Le llega a su equipo cuando oprima el botón.',
    open: 'Sin responder',
    change: 'Cambiar',
    changeOf: (question: string) => `Cambiar: ${question}`,
    send: 'Enviar a mi equipo',
    later: 'Guardarlo para después',
    withheld: { 'prefer-not': 'Prefiere no decirlo', 'in-person': 'En persona' },
  },
  sent: {
    title: 'Gracias.',
    lead: (names: string) => `Ya lo tiene su equipo. ${names} lo revisará con usted.`,
    leadNone: 'Ya lo tiene su equipo. Lo revisarán con usted.',
    inPerson: 'Lo que prefiere decir en persona se pasó como un deseo de hablar.',
    waiting: 'Está a salvo en este dispositivo y se enviará cuando vuelva la red.',
    home: 'Volver a hoy',
  },
  none: {
    title: 'Por ahora no hay nada que responder',
    words:
      'Las preguntas llegan al comienzo y una semana después de cada viaje. Estarán en su primera página.',
    home: 'Volver a hoy',
  },
  kept: 'Guardado en este dispositivo. Se enviará cuando vuelva la red.',
  saved: 'Guardado.',
  saving: 'Guardando…',
  onward: 'Seguir con las preguntas',
  refused: 'Esto no se pudo guardar.',
  understood: 'Ya lo leí',
  licence: 'Sobre este cuestionario',
}
