import type { en } from './words.en.ts'

export const es: typeof en = {
  title: '¿Es para mí?',
  lead: 'Unas preguntas, unos cuatro minutos. Puede ver qué preguntar, y a quién preguntar primero.',
  promises: [
    'Sus respuestas se quedan en esta página. No se envían ni se guardan. Al cerrarla desaparecen.',
    'No da diagnósticos ni decide. Eso lo hace una persona, con usted.',
    'Puede saltar cualquier pregunta. Puede parar cuando quiera.',
  ],
  begin: 'Empezar',
  noScript:
    'La revisión necesita JavaScript, para funcionar solo en su propio dispositivo. Puede leer todas las preguntas abajo.',
  step: (number: number, of: number) => `Pregunta ${number} de ${of}`,
  why: 'Por qué preguntamos',
  answers: { yes: 'Sí', no: 'No', 'not-sure': 'No sé', skip: 'Saltar esta' },
  back: 'Atrás',
  clear: 'Borrar mis respuestas',
  help: {
    self: {
      title: 'Usted importa más que esta revisión. Por favor, hable con alguien ahora.',
      say: 'Hay personas a cualquier hora, gratis y en español. No necesita las palabras exactas. Puede decir: “Estoy pensando en quitarme la vida”, o “No me siento a salvo”.',
    },
    body: {
      title: 'Por favor, llame al 911 ahora.',
      say: 'Diga qué siente y cuándo empezó. Si puede, quite el seguro de la puerta y quédese donde está. No maneje.',
    },
    call988: 'Llamar al 988, y oprimir 2',
    text988: 'Mandar AYUDA al 988',
    textBody: 'AYUDA',
    call911: 'Llamar al 911',
    veterans: 'Si sirvió en las fuerzas armadas, oprima 1 (en inglés).',
    notWatched: 'Nadie ve su respuesta. Esta página no puede llamar por usted.',
    goOn: 'Por ahora estoy a salvo. Seguir',
    goOnBody: 'Ya pasó, o ya llegó la ayuda. Seguir',
  },
  result: {
    kicker: 'Lo que dicen sus respuestas',
    outcomes: {
      talk: {
        title: 'Vale la pena conversar',
        say: 'Nada de lo que dijo impide una primera conversación. Quien receta le preguntará todo esto otra vez, y más.',
      },
      doctor: {
        title: 'Hable antes con su médico',
        say: 'Algo de esto necesita la opinión de un médico antes de pensar en la KAP. No es un no. Imprima esta página o anote las razones, y llévelas.',
      },
      'not-now': {
        title: 'Ahora no, y esto puede ayudarle',
        say: 'Con lo que dijo, en este momento la KAP podría hacerle más daño que bien. No es un juicio sobre usted, y puede cambiar.',
      },
    },
    because: 'Por esto',
    mention: 'También conviene saber',
    mayHelp: 'Qué puede ayudar',
    helps: {
      talk: [
        'Lea cómo es un viaje, y cuánto cuesta todo el camino.',
        'Busque a alguien con la licencia revisada, y hágale sus propias preguntas.',
      ],
      doctor: [
        'Su propio médico puede revisar casi todo esto en una visita.',
        'También puede escribir a un consultorio y contar lo que vio aquí. Pueden decirle qué carta necesitan.',
      ],
      'not-now': [
        'Las terapias habladas para el trauma y el ánimo bajo ayudan a muchas personas, sin ningún fármaco.',
        'Su médico puede ver con usted otras medicinas.',
        'Si cree que nos equivocamos, pregunte a quien receta. Puede ver lo que una página no ve.',
      ],
    },
    medicines:
      'Siga tomando sus medicinas como hasta ahora. Solo usted y quien se las receta las cambian, juntos.',
    notDiagnosis: 'Esto no es un diagnóstico ni un consejo médico.',
    kept: 'No se guardó nada. Si lo imprime, otros pueden encontrar el papel.',
    find: 'Buscar a alguien cerca',
    read: 'Leer cómo es un viaje',
    print: 'Imprimir esta página',
    again: 'Borrar mis respuestas y empezar de nuevo',
  },
  all: {
    title: 'Leer antes las preguntas',
    leadsTo: { yes: 'Si es sí', no: 'Si es no' },
    rules: 'Reglas clínicas',
    levels: {
      danger: 'La ayuda va primero.',
      'not-now': 'Ahora no.',
      doctor: 'Antes, su médico.',
      mention: 'Conviene saberlo; no detiene nada.',
    },
    unknown: '“No sé” y “saltar” nunca cuentan como no. Llevan antes a su médico.',
  },
}
