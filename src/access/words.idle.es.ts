import type { en } from './words.idle.en.ts'

export const es: typeof en = {
  warning: {
    label: 'Parece que no hay nadie',
    soon: 'Nadie ha tocado esta página desde hace un rato. En dos minutos quedará cubierta. Lo que escribió se conserva.',
    last: 'En medio minuto esta página quedará cubierta. Lo que escribió se conserva.',
    stay: 'Seguir con la sesión abierta',
  },
  covered: {
    title: 'Cubierta mientras no estaba',
    lead: 'Inicie sesión y volverá a donde estaba. Lo que escribió sigue aquí.',
    other: 'Soy otra persona',
  },
}
