import type { en } from './words.pack.en.ts'

export const es: typeof en = {
  page: 'Textos con una condición',
  lead: 'Los dueños de estos cuestionarios permiten usar su texto con una condición. Están apagados hasta que alguien de administración lea la condición y la acepte. Entonces se podrán preguntar.',
  owner: 'Pertenece a {owner}',
  size: { one: '{n} pregunta', other: '{n} preguntas' },
  condition: 'La condición',
  states: { on: 'Aceptado', off: 'Apagado', changed: 'Cambió: léalo otra vez', wordless: 'Sin texto aquí' },
  inLanguages: 'El texto está incluido en {languages}.',
  languages: { en: 'inglés', es: 'español' },
  without: {
    'copies-differ': 'No se incluye texto en {language}: las copias públicas difieren entre sí.',
    'no-copy': 'No se incluye texto en {language}: no se encontró ninguna copia pública.',
    'terms-unread': 'No se incluye texto en {language} hasta que se haya leído el texto de los términos.',
    'permission-open':
      'No se incluye texto en {language}: las fuentes no coinciden en si hay que preguntar al dueño.',
  },
  ownWords: 'Si su consultorio tiene el formulario y el derecho a usarlo, cargue su texto.',
  ownWordsLink: 'Textos propios',
  confirm: 'Leí esta condición y nuestro consultorio la cumplirá.',
  confirmMissing: 'Lea la condición y marque esto primero.',
  accept: 'Aceptar y permitir preguntar',
  changedSince:
    'El {day} se aceptó otro texto de la condición. No se pregunta nada nuevo hasta que se acepte este.',
  accepted: 'Aceptado por {name} el {day}. Ya se puede poner en el calendario.',
  toSchedule: 'Qué se pregunta, y cuándo',
  takeBack: 'Retirar la aceptación',
  why: 'Por qué',
  whyHint:
    'Desde ahora no se pregunta nada nuevo. Las respuestas dadas se quedan. Esto se guarda con su nombre.',
  whyMissing: 'Hacen falta unas palabras.',
  takeBackNow: 'Retirarla',
  past: 'Lo que se decidió antes',
  pastAccepted: '{day}: aceptado por {name}, con el texto de {edition}',
  pastBack: '{day}: retirado por {name}. {words}',
  textThen: 'El texto como se aceptó',
  none: 'No se incluyen textos con una condición.',
}
