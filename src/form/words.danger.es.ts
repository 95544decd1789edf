import type { en } from './words.danger.en.ts'

export const es: typeof en = {
  inWords:
    'Lo que alguien escribe con sus palabras no lo lee ninguna máquina. Una pregunta sobre la muerte debe tener respuestas para elegir, o un número.',
  quoted: '«{words}»',
  hint: 'Por sus palabras, puede tratar de la muerte o del daño.',
  yesNo: { yes: 'Sí', no: 'No' },
  number: '¿Qué números deben llegar a una persona?',
  never: 'Ninguno',
  sides: { atLeast: 'Este número y mayores', atMost: 'Este número y menores' },
  mark: 'El número',
  lookAgain: {
    one: 'Esta pregunta puede tratar de la muerte o del daño. Mírela otra vez antes de seguir: {questions}',
    other:
      'Estas preguntas pueden tratar de la muerte o del daño. Mírelas otra vez antes de seguir: {questions}',
  },
  trauma: '¿Pregunta por lo que le pasó a alguien?',
  traumaHint:
    'Abuso, violencia, un accidente, un desastre, una pérdida: estas preguntas las hace una persona presente, y nunca se envían para responder a solas.',
  traumaLooks: 'Por sus palabras, puede que sí: {questions}',
  traumaChoices: { yes: 'Sí. Se pregunta solo en persona.', no: 'No. Se puede responder a solas.' },
  traumaIs: 'Pregunta por lo que le pasó a alguien: solo en persona, nunca se envía para responder a solas.',
}
