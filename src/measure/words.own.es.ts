import type { en } from './words.own.en.ts'

export const es: typeof en = {
  title: 'Sus respuestas a lo largo del tiempo',
  lead: 'En palabras, y solo lo que se puede decir. Sus respuestas son una parte de cómo está usted. El resto lo sabe usted. Abra lo que quiera mirar.',
  empty: 'Todavía no hay respuestas',
  emptyWords: 'Cuando haya respondido algunas preguntas, podrá volver a verlas aquí.',
  courses: {
    better:
      'Comparadas con el comienzo, sus respuestas sobre {topic} han cambiado para mejor. El cambio es mayor que los altibajos de siempre.',
    worse:
      'Comparadas con el comienzo, sus respuestas sobre {topic} hablan de un tiempo más difícil. Puede pasar en el camino, y no es culpa suya.',
    same: 'Comparadas con el comienzo, sus respuestas sobre {topic} no han cambiado claramente. Lo que es distinto está dentro de los altibajos de siempre.',
    unclear:
      'Ha respondido sobre {topic} más de una vez. Solo con las respuestas, nadie puede decir si un cambio es más que los altibajos de siempre.',
    once: 'Hasta ahora ha respondido una vez sobre {topic}. Todavía no hay con qué compararlo.',
    'no-start':
      'No hay una respuesta sobre {topic} de antes de su primer viaje, aquí o en otro lugar, así que no hay con qué comparar.',
    unknown: 'No se sabe cómo está ahora en cuanto a {topic}.',
    uncompared: 'Estas preguntas no se comparan en el tiempo. Ayudan a su gente a saber qué preguntarle.',
  },
  since:
    'Se le preguntó el {day} y desde entonces no hay una respuesta completa. Está bien así. Puede responder más tarde o decirlo en persona.',
  neverAnswered: 'Se le preguntó sobre {topic} y no respondió. Está bien así.',
  talk: 'No tiene que llevarlo a solas. Puede hablarlo con {names}.',
  talkAnyone: 'No tiene que llevarlo a solas. Puede hablarlo con alguien de su consultorio.',
  help: 'Pedir ayuda',
  nobodyWatches: 'Nadie vigila esta página.',
  helpMore: 'Pedir ayuda dice con quién hablar, de día y de noche.',
  caption: 'Cuándo se le preguntó sobre {topic}',
  when: 'Cuándo',
  what: 'Qué hizo',
  states: {
    answered: 'Usted respondió',
    partly: 'Usted respondió una parte',
    missed: 'Se preguntó y no se respondió. No se sabe cómo estaba entonces.',
    refused: 'Usted dijo «esta vez no». No se sabe cómo estaba entonces.',
  },
  twoLanguages:
    'Usted ha respondido en inglés y en español. Las dos versiones no preguntan exactamente igual, así que una parte de la diferencia puede venir de las palabras.',
  turnedTo: { en: 'Desde aquí, en inglés.', es: 'Desde aquí, en español.' },
  answersOf: 'Lo que respondió el {day}',
  withheld: {
    'prefer-not': 'Prefiere no decirlo',
    'in-person': 'Prefiere decirlo en persona',
    'does-not-apply': 'No se aplica a usted',
    'not-asked': 'No se preguntó',
    declined: 'No quiso contestar',
    'not-assessable': 'No se pudo valorar',
  },
  topics: { asq: 'su seguridad', 'c-ssrs-screener': 'su seguridad' },
}
