import type { en } from './words.emergency.en.ts'

export const es: typeof en = {
  lead: 'Quédese. Hable con calma. Una persona llama, otra se queda.',
  call911: 'Llame al 911',
  source: '{rules} · referencia clínica {at}, conocimiento general',
  cards: [
    {
      name: 'Respira poco o nada, o no responde',
      steps: [
        'Llame al 911. Una persona llama y trae el desfibrilador (DEA), otra se queda. No dé más medicamento.',
        'Llame a la persona y tóquele el hombro. Incline la cabeza y levante el mentón, o empuje la mandíbula hacia delante. Aspire lo que haya en la boca.',
        'No respira, o solo da boqueadas: RCP de inmediato, fuerte y rápido en el centro del pecho. Ponga el DEA en cuanto llegue y haga lo que diga.',
        'Respira poco: oxígeno, bolsa y mascarilla si sabe usarlas.',
        'Respira y no responde: de lado. Mida la glucosa.',
        'Cada minuto: respiraciones, oxígeno, sedación. Anótelos.',
        'Si tomó un opioide: naloxona, según la orden permanente de quien prescribe.',
      ],
    },
    {
      name: 'Dolor de pecho, falta de aire, dolor de cabeza súbito, pérdida de vista, desmayo',
      steps: [
        'Llame al 911 ya, con cualquier presión. Detenga toda infusión.',
        'En posición sentada si está consciente. Si el oxígeno marca menos de 94 %, dé oxígeno.',
        'Traiga el desfibrilador (DEA). Electrocardiograma si lo hay. Anote las horas.',
      ],
    },
    {
      name: 'Convulsión',
      steps: ['Proteja la cabeza. De lado. Mire el reloj.', 'Llame al 911.', 'No ponga nada en la boca.'],
    },
    {
      name: 'Presión muy alta, sin síntomas',
      steps: [
        'No más medicamento. Medio sentado. Menos luz y ruido.',
        'Mida cada 5 minutos.',
        'Quien prescribe, a la sala.',
      ],
    },
    {
      name: 'Vómito con somnolencia',
      steps: ['De lado, la cabeza baja.', 'Aspire y limpie la boca. Mida el oxígeno.'],
    },
    {
      name: 'Terror, no se le alcanza',
      steps: [
        'Una sola voz tranquila: el nombre, el lugar, la hora.',
        'Baje la luz. Respiren a la vez. Solo el contacto acordado.',
        'Aparte lo que pueda herir. Si no se calma, llame a quien prescribe.',
      ],
    },
    {
      name: 'Dice que quiere morir, o actúa',
      steps: [
        'Nunca a solas.',
        'Medios fuera de su alcance.',
        'Quien prescribe, ya. 911 si hay peligro, 988 para apoyo.',
      ],
    },
    {
      name: 'Quiere irse demasiado pronto',
      steps: [
        'Acompañe. Sin fuerza.',
        'Llame a quien le lleva a casa y a quien prescribe.',
        'Sin conducir: las llaves, como se acordó.',
      ],
    },
  ],
}
