import type { en } from './words.settings.en.ts'

export const es: typeof en = {
  title: 'El consultorio',
  lead: 'Lo que leen sobre ustedes las personas que atienden cuando necesitan a alguien. Aquí nada viene ya escrito.',
  hours: 'Cuándo contestan',
  hoursWords: 'Escriba lo que es cierto. Ninguna página dice que alguien vigila cuando no es así.',
  concern: 'Algo no se sintió bien',
  concernWords: 'Una persona fuera de todos los equipos. Pregúntele antes.',
  board: 'La autoridad de licencias',
  boardWords: 'La que da las licencias a sus profesionales en su estado.',
  missing: 'Esto hace falta.',
  save: 'Guardar',
  fields: {
    hoursEn: 'Horario, en inglés',
    hoursEs: 'Horario, en español',
    afterHoursEn: 'Fuera de ese horario, en inglés',
    afterHoursEs: 'Fuera de ese horario, en español',
    concernName: 'Nombre',
    concernRoleEn: 'Quién es, en inglés',
    concernRoleEs: 'Quién es, en español',
    concernPhone: 'Teléfono',
    boardName: 'Nombre de la autoridad',
    boardPhone: 'Teléfono de la autoridad',
    boardSite: 'Página de la autoridad',
  },
}
