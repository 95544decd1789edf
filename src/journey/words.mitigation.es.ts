import type { en } from './words.mitigation.en.ts'

export const es: typeof en = {
  title: 'Por hacer, según lo decidido por escrito',
  because: '{about}. Lo escribió {name}.',
  about: {
    conditions: 'Condiciones de la autorización clínica',
    pressure: 'La presión de hoy',
    interval: 'El tiempo desde la última dosis',
    suicide: 'La respuesta de hoy sobre el suicidio',
  },
}
