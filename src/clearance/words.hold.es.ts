import type { en } from './words.hold.en.ts'

export const es: typeof en = {
  title: 'Primero queremos hablar con usted',
  lead: 'Antes del siguiente paso, alguien de su equipo hablará con usted. No tiene que preparar nada.',
  willCall: (who, day) => `${who} le llamará a más tardar el ${day}.`,
  noCall: 'Todavía no hay una llamada acordada. Puede llamarnos y pedir una.',
  otherwise:
    'Si este tratamiento no es para usted ahora, hay otras formas de recibir ayuda. Pregunte en esa conversación cuál podría ser la suya.',
  callUs: 'Llamar al consultorio',
  meanwhile:
    'Esta página no cambia nada de sus medicamentos. Si le surge una pregunta, anótela y téngala a mano para la llamada.',
  notWatched: 'Nadie vigila esta aplicación. Si necesita a alguien ahora, hay ayuda a cualquier hora.',
  help: 'Pedir ayuda',
}
