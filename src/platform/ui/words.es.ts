import type { en } from './words.en.ts'

export const es: typeof en = {
  working: 'Un momento…',
  ifYouLike: '(si lo desea)',
  skip: 'Ir al contenido',
  brand: 'Throughline',
  brandHome: 'Throughline, primera página',
  status: { met: 'Cumplido', waiting: 'En espera', stop: 'Alto' },
  gate: { clears: 'Lo resuelve' },
  problem: {
    retry: 'Intentar de nuevo',
    reference: 'Si nos llama, diga esta referencia',
    unknown: 'Algo falló de nuestro lado.',
    unknownNext:
      'Lo que escribió sigue en esta pantalla. Espere un momento e intente de nuevo. Si continúa, llame a la clínica.',
  },
  language: { label: 'Idioma' },
  theme: { label: 'Luz', light: 'Luz de día', low: 'Luz baja' },
  leave: {
    words: 'Salir rápido',
    hint: 'O presione tres veces la tecla Mayús.',
    twice: 'La salida rápida está lista. Presione Mayús dos veces más.',
    once: 'Presione Mayús una vez más para salir.',
    over: 'La salida rápida se desactivó.',
    leaving: 'Saliendo.',
  },
  nav: {
    main: 'Principal',
    client: 'Sus páginas',
    staff: 'Clínica',
    menu: 'Menú',
    person: 'Persona',
    session: 'Sesión',
    today: 'Hoy',
    thread: 'Mi hilo',
    help: 'Pedir ayuda',
    signOut: 'Cerrar sesión',
    signedInAs: (role: string) => `Entró como ${role}`,
  },
}
