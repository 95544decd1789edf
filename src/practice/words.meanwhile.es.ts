import type { en } from './words.meanwhile.en.ts'

export const es: typeof en = {
  coming: 'Su página está en camino',
  slow: 'La conexión va lenta. No se pierde nada; no hace falta pulsar nada.',
  title: 'Si no puede esperar',
  call988: 'Llamar al 988',
  text988: 'Escribir al 988',
  text988Link: 'sms:988?&body=AYUDA',
  call911: 'Llamar al 911',
}
