import type { en } from './words.mitigation.en.ts'

export const es: typeof en = {
  title: 'Por hacer, según lo decidido por escrito',
  because: '{about}. Lo escribió {name}.',
  about: {
    conditions: 'Condiciones de la autorización clínica',
    pressure: 'La presión de hoy',
    interval: 'El tiempo desde la última dosis',
    standing: 'La presión de pie, hoy',
    count: 'El conteo del medicamento',
    today: 'Cómo está la persona hoy',
    medicines: 'Un sedante tomado hoy',
    report: 'El informe estatal de recetas',
    substances: 'Alcohol y otras sustancias',
    suicide: 'La respuesta de hoy sobre el suicidio',
  },
}
