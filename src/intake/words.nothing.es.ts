import type { en } from './words.nothing.en.ts'

export const es: typeof en = {
  title: 'No hay nada en el expediente.',
  lead: 'No llegó ninguna referencia, así que nadie nos ha dicho de una enfermedad, un medicamento o una alergia. Eso no quiere decir que no haya.',
  ask: 'Pregúntele, y a quien le atiende si lo permite:',
  asks: {
    medicines: 'cada medicamento, también sin receta: cuál, cuánto, desde cuándo, quién lo receta',
    allergies: 'alergias, y cómo le fue antes con una anestesia o con ketamina',
    body: 'corazón, presión, derrames y convulsiones, hígado, vejiga, pulmones y sueño, tiroides',
    mind: 'psicosis, manía, estancias anteriores en un hospital, propias y en la familia',
    substances: 'alcohol y otras sustancias, ahora y antes',
    pregnancy: 'si hay o puede haber un embarazo, o está amamantando',
    tried: 'por qué viene, y qué se ha intentado',
  },
  where:
    'La decisión pregunta cada una de estas cosas, una por una. Lo que no se contesta queda ahí sin saberse, y detiene.',
  decision: 'Ir a las preguntas',
  file: 'Recibir un archivo de quien le atiende',
  fileWords: 'Lo que cuentan se anota en la historia, de uno en uno. Un archivo trae más.',
  came: 'Cómo llegó',
  wrote: 'Escribió al consultorio el {day}. {name} le recibió el {on}.',
  byHand: '{name} le recibió sin archivo el {on}.',
  took: 'Se anotó: {what}.',
  read: 'Leer lo que escribió',
  asked: 'Cuando escribió, pidió:',
}
