import type { en } from './words.idle.en.ts'

export const es: typeof en = {
  warning: {
    label: 'Parece que no hay nadie',
    soon: 'Nadie ha tocado esta página desde hace un rato. En dos minutos quedará cubierta. Lo que escribió se conserva.',
    last: 'En medio minuto esta página quedará cubierta. Lo que escribió se conserva.',
    stay: 'Seguir con la sesión abierta',
  },
  covered: {
    away: {
      title: 'Cubierta mientras no estaba',
      lead: 'Inicie sesión y volverá a donde estaba. Lo que escribió sigue aquí.',
    },
    ended: {
      title: 'Aquí ya no tiene la sesión iniciada',
      lead: 'Su sesión se cerró desde otro lugar, o se acabó su tiempo. Inicie sesión y volverá a donde estaba. Lo que escribió sigue aquí.',
    },
    unsent: {
      one: 'Una anotación suya todavía no se ha enviado. Se queda en este aparato y se envía cuando usted inicie sesión aquí. Nadie más puede verla ni enviarla.',
      other:
        '{n} anotaciones suyas todavía no se han enviado. Se quedan en este aparato y se envían cuando usted inicie sesión aquí. Nadie más puede verlas ni enviarlas.',
    },
    steps: 'Emergencia: los primeros pasos',
    other: 'Soy otra persona',
  },
}
