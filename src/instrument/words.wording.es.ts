import type { en } from './words.wording.en.ts'

export const es: typeof en = {
  page: 'Textos propios',
  lead: 'Algunos instrumentos no se pueden entregar con su texto, o no había en este idioma una copia en la que confiar. Si su consultorio tiene derecho a usarlo, escríbalo o cargue un archivo; entonces se podrá preguntar.',
  exact:
    'Use el texto exacto de la licencia. Un texto cambiado es otro instrumento, y sus puntajes no significan nada.',
  which: 'Instrumento',
  choose: 'Elija',
  language: 'Idioma',
  languages: { en: 'Inglés', es: 'Español' },
  file: 'Desde un archivo',
  fileWords: 'Elegir un archivo',
  fileHint: 'JSON con title, stem, items y options, nombrados como en los campos de abajo.',
  fileWrong: 'Este archivo no se pudo leer como JSON.',
  heading: 'Título',
  stem: 'Lo que está arriba de cada pregunta',
  item: 'Pregunta {id}',
  option: 'Respuestas «{name}», {n}',
  licence: 'Qué le da el derecho',
  licenceHint: 'La licencia, su número y su fecha. Se guarda con su nombre.',
  missing: 'Hace falta.',
  save: 'Guardar y preguntar desde ahora',
  loaded: 'Cargado en {language} por {name} el {day}: {licence}',
  takeBack: 'Retirar este texto',
  takenBack: 'Retirado',
  none: 'Todos los instrumentos tienen texto.',
}
