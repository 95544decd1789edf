import type { en } from './words.en.ts'

export const es: typeof en = {
  title: 'Correo',
  lead: 'Un consultorio inventado. Estos correos se habrían enviado; no salieron de aquí.',
  list: 'Cartas, la más nueva primero',
  to: 'Para',
  again: 'Mirar otra vez',
  back: '¿Quién quiere ser?',
  none: {
    title: 'Todavía no hay correo',
    text: 'Invite a alguien, o pida una contraseña nueva, y mire aquí otra vez.',
  },
}
