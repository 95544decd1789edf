import type { en } from './words.mark.en.ts'

export const es: typeof en = {
  page: 'Marcas de los tamizajes',
  lead: 'Las fuentes de algunos cuestionarios dejan abierto desde cuántos puntos un tamizaje cuenta como positivo. Su consultorio puede elegir. Lo que se respondió antes conserva la marca con la que se leyó.',
  usual: 'Lo habitual: {words}',
  choice: '{n} puntos o más. {words}',
  source: 'Fuente: {source}',
  legend: 'Desde cuántos puntos {name} cuenta como positivo',
  save: 'Leer con esta marca desde ahora',
  setBy: 'Elegido por {name} el {day}.',
  back: '{day}: {name} volvió a lo habitual',
  past: '{day}: {name} eligió {n} puntos ({source})',
  before: 'Lo que se eligió antes',
}
