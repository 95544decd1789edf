import type { en } from './words.en.ts'

export const es: typeof en = {
  greeting: {
    numbers: [
      'un',
      'dos',
      'tres',
      'cuatro',
      'cinco',
      'seis',
      'siete',
      'ocho',
      'nueve',
      'diez',
      'once',
      'doce',
    ],
    journeys: ['un viaje', 'dos viajes', 'tres viajes', 'cuatro viajes', 'cinco viajes', 'seis viajes'],
    manyJourneys: '{n} viajes',
    welcome: {
      title: 'Le damos la bienvenida, {name}.',
      text: 'Aquí no hay prisa. En cualquier momento puede parar, saltarse algo o volver.',
    },
    preparing: {
      title: 'Preparándose, sin prisa.',
      text: 'Este es el tiempo antes del primer viaje. Hoy no hay nada que decidir.',
    },
    preparingHere: {
      title: 'Preparándose, sin prisa.',
      text: 'Este es el tiempo antes del próximo viaje, el primero aquí. Hoy no hay nada que decidir.',
    },
    beforeHere: {
      title: 'Faltan {n} días.',
      text: 'Su próximo viaje está cerca, el primero aquí. Todavía puede cambiar el día, o cambiar de idea.',
    },
    held: {
      title: 'No hay prisa.',
      text: 'Había un viaje previsto para estos días. Cuándo podrá ser queda abierto hasta que haya hablado con su equipo.',
    },
    tomorrow: {
      title: 'Mañana.',
      text: 'Todavía puede decir que no: hoy, mañana y en la sala. No hace falta dar razones.',
    },
    before: {
      title: 'Faltan {n} días.',
      text: 'Su primer viaje está cerca. Todavía puede cambiar el día, o cambiar de idea.',
    },
    beforeAgain: {
      title: 'Faltan {n} días.',
      text: 'Ya hizo {journeys}. El próximo está cerca, y todavía puede cambiar el día, o cambiar de idea.',
    },
    today: {
      title: 'Hoy.',
      text: 'Le preguntarán a solas si hoy quiere hacerlo. «Hoy no» no necesita razones.',
    },
    underWay: {
      title: 'Deje esto por ahora.',
      text: 'Las personas en la sala están ahí para usted. Todo lo de aquí puede esperar.',
    },
    rest: {
      title: 'De vuelta en casa.',
      text: 'Descanse, tome agua, coma algo ligero. Hasta mañana, después de dormir, que maneje otra persona. Hoy no hay nada que entender.',
    },
    restElsewhere: {
      title: 'Después de hoy.',
      text: 'Esté donde esté, descanse. Hasta mañana, después de dormir, que maneje otra persona. Si algo no va bien, llame al 911, o a la consulta desde Pedir ayuda. Hoy no hay nada que entender.',
    },
    dayAfter: {
      title: 'El día después.',
      text: 'Ya hizo {journeys}. Lo que surgió es suyo; ordénelo a su ritmo.',
    },
    after: {
      title: '{n} días después.',
      text: 'Ya hizo {journeys}. Lo que surgió es suyo; ordénelo a su ritmo.',
    },
    weekOn: {
      title: 'Una semana después.',
      text: 'Ya hizo {journeys}. Lo que encontró va tomando su lugar.',
    },
    weeksOn: {
      title: '{n} semanas después.',
      text: 'Ya hizo {journeys}. Lo que encontró va tomando su lugar.',
    },
    ended: {
      title: 'El hilo sigue.',
      text: 'Este tratamiento está completo. Lo que encontró sigue siendo suyo, y estas páginas quedan abiertas para usted.',
    },
  },
  things: {
    today: {
      title: 'Lo que pasa hoy',
      text: 'Quién está, cómo será y cómo decir basta.',
      action: 'Abrir la página de hoy',
    },
    rest: {
      title: 'Nada que hacer.',
      text: 'Si llegan palabras, puede guardarlas aquí. También pueden esperar.',
      action: 'Guardar unas palabras',
    },
    questions: {
      title: 'Unas preguntas',
      text: 'Sobre las últimas dos semanas. Puede saltarse cualquiera.',
      action: 'Abrir las preguntas',
    },
    history: {
      title: 'Su historia de salud',
      text: 'Lo que su equipo necesita saber para cuidarle. A su ritmo. Puede parar y seguir más tarde.',
      action: 'Empezar o seguir',
    },
    signing: {
      title: 'Algo para leer y decidir',
      text: 'Qué va a pasar, qué puede salir mal y cuáles son sus derechos. Tómese su tiempo. Puede hablar antes con alguien.',
      action: 'Abrirlo',
    },
    intention: {
      title: '¿Qué espera?',
      text: 'Con sus propias palabras. Sin apretarlo; puede cambiarlo.',
      action: 'Escribirlo',
    },
    belief: {
      title: 'Una frase que le pesa',
      text: 'Una que ha creído por mucho tiempo, sobre usted o sobre el mundo.',
      action: 'Escribirla',
    },
    rate: {
      title: '¿Qué tan cierta se siente ahora?',
      text: 'La misma frase de antes. No hay respuesta correcta.',
      action: 'Mirarla de nuevo',
    },
    capture: {
      title: '¿Qué sigue con usted?',
      text: 'Una palabra, una imagen, algo que siente en el cuerpo. Con tres minutos basta.',
      action: 'Escribirlo',
    },
    meaning: { title: '¿Qué significa para usted?', text: 'Una frase basta.', action: 'Escribirlo' },
    exercise: {
      title: '¿Algo pequeño para la vida diaria?',
      text: 'Un minuto o dos para tenerlo cerca.',
      action: 'Elegir algo',
    },
    change: {
      title: '¿Hay algo distinto?',
      text: 'Lo pequeño cuenta. «Todavía no» también.',
      action: 'Escribirlo',
    },
    log: {
      title: '¿Cómo le fue?',
      text: 'Toda respuesta es buena. No se lleva ninguna cuenta.',
      action: 'Decir cómo le fue',
    },
  },
  helpFirst: {
    title: 'Usted dijo algo difícil.',
    words:
      'Una persona de su equipo lo verá y hablará de eso con usted. No hace falta que usted espere: en el 988 responde alguien a cualquier hora.',
    call988: 'Llamar al 988',
    more: 'Otras maneras de pedir ayuda',
  },
  home: {
    now: 'Una cosa ahora',
    later: 'Ahora no. Pregúnteme mañana',
    nothing: 'Nada por ahora.',
    nothingWords: 'Así está bien. Puede escribir algo cuando quiera.',
    nothingYet: 'Así está bien. No tiene que hacer nada.',
    write: 'Escribir algo',
    alone: 'Solo usted puede ver esto. Después usted decide quién más, si quiere.',
    writeAnyway: 'Escribir algo de todos modos',
    help: 'Pedir ayuda',
  },
  ahead: {
    title: 'Lo que viene',
    empty: 'Cuando se acuerde algo más, estará aquí.',
    moved:
      'Su viaje tiene una hora nueva. Estaba planeado para el {from}; ahora está planeado para el {to}. Si no le conviene, dígaselo a su equipo.',
    calledOff:
      'El viaje planeado para el {from} no tendrá lugar. Usted no hizo nada mal, y todo lo que escribió sigue siendo suyo. Si quiere otro día, o saber más, pregunte a su equipo.',
    anyTime: 'Cuando quiera',
    exercise: 'Su ejercicio. No se lleva ninguna cuenta.',
    session: {
      title: 'Su viaje',
      text: 'Con las personas que le acompañan. Puede decir que no hasta el último momento.',
    },
    heldSession: 'Estaba previsto. Cuándo podrá ser queda abierto hasta que haya hablado con su equipo.',
    review: { title: 'Mirar atrás, juntos', text: 'Qué ayudó, qué no, y cómo seguir.' },
    ending: { title: 'El cierre planeado', text: 'Una despedida que tiene su tiempo.' },
    questions: { title: 'Las mismas preguntas otra vez', text: 'También preguntan si algo está peor.' },
  },
  yours: {
    title: 'Puede cambiarlo',
    agreed: { title: 'Lo que usted aceptó', text: 'Leerlo de nuevo, o retirarlo todo o una parte.' },
    wished: { title: 'Cómo quiere que sea', text: 'Qué espera, qué le calma y cómo dice alto.' },
    told: {
      title: 'Lo que cuenta de su salud',
      text: 'Añada lo nuevo, cuando quiera.',
    },
  },
  people: {
    title: 'Mi gente',
    none: 'Cuando alguien participe en su atención, su nombre estará aquí.',
    roles: {
      therapist: 'Su terapeuta',
      prescriber: 'Quien le receta',
      monitor: 'Con usted en la sala',
      coordinator: 'Fechas y papeles',
      administrator: 'Dirige el consultorio',
      auditor: 'Revisa los registros',
    },
    others: 'Quién más puede ser parte de esto',
    call: 'Llamarles al',
    nobodyWatches: 'Nadie está vigilando esta página.',
    atNight: 'Cuando no haya nadie, use Pedir ayuda.',
    help: 'Pedir ayuda',
    helpMore: 'A quién acudir, de día y de noche',
    concern: 'Algo no se sintió bien',
  },
}
