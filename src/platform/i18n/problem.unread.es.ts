import type { en } from './problem.unread.en.ts'

export const es: typeof en = {
  'not-readable': {
    title: 'Esto no se pudo leer.',
    next: 'Llegó cortado o cambiado. Vuelva a cargar la página y envíelo de nuevo. No se guardó nada.',
  },
  'not-of-this-kind': {
    title: 'Esto se envió en una forma que no leemos.',
    next: 'Envíelo desde nuestra propia página o elija otro tipo de archivo. No se guardó nada.',
  },
  'too-slow': {
    title: 'Esto tardó demasiado en llegar.',
    next: 'Revise la conexión y envíelo de nuevo. No se guardó nada.',
  },
  'too-large': {
    title: 'Esto es demasiado grande.',
    next: 'Envíe un archivo más pequeño o un texto más corto.',
  },
}
