import type { en } from './words.en.ts'

export const es: typeof en = {
  title: 'La dirección médica',
  words:
    'Una de las personas que prescriben aquí. De las dos que firman una decisión sobre las reglas, una es la dirección médica; un protocolo propio lo firma solo ella; y se le avisa de una dosis dada sin una liberación vigente. Lo firmado antes queda firmado.',
  label: 'Dirección médica',
  nobody: 'No se ha nombrado a nadie',
  none: 'Aún no prescribe nadie aquí.',
  save: 'Guardar',
  line: {
    rules:
      'Dirección médica: {name}, por nombramiento de {by} el {day}. De las dos personas que firman una decisión aquí, una es la dirección médica.',
    protocols:
      'Dirección médica: {name}, por nombramiento de {by} el {day}. Los protocolos propios los firma la dirección médica.',
  },
  nobodyYet: {
    rules:
      'Aquí no se ha nombrado dirección médica, así que firman dos personas cualesquiera que prescriban. Un administrador puede nombrarla en «El consultorio».',
    protocols:
      'Aquí no se ha nombrado dirección médica, así que firma cualquier persona que prescriba. Un administrador puede nombrarla en «El consultorio».',
  },
}
