import type { en } from './words.unheard.en.ts'

export const es: typeof en = {
  headline: 'Sin red. No se sabe si lo que se ve aquí sigue valiendo.',
  asOf: 'Así estaba a las {at}, y puede haber cambiado: la persona puede haber dicho que no, o la liberación puede haber terminado. Pregúntele otra vez antes de dar nada.',
  keeps:
    'Se guardan en este dispositivo y se envían después: la presión arterial y la dosis. Lo demás no se puede guardar ahora: escríbalo en papel.',
  pressureKept:
    '{reading} está guardada en este dispositivo. Se envía cuando vuelva la red, y cuenta desde entonces.',
  unchecked:
    'Sin red no se pudo comprobar si la liberación sigue en pie. Si todavía no se ha dado nada: pregunte a la persona si aún lo quiere. Si ya se dio, anótelo.',
  doseWaits:
    'La dosis está guardada en este dispositivo. Si su liberación seguía en pie se sabrá cuando vuelva la red.',
  deviation:
    'La dosis de las {at} está sin una liberación vigente: es una desviación. Se avisó a quien receta.',
  saidNo: 'La persona había dicho «hoy no», a las {at}. Hable con ella y con quien receta.',
  clearanceEnded:
    'La autorización terminó: llegó algo sobre su salud que no se había visto. Se puso ante el equipo.',
  speaks: { en: 'habla inglés', es: 'habla español' },
  inTheirLanguage: 'Las palabras para leer en voz alta están en su idioma; las de usted, al lado.',
}
