import type { en } from './words.en.ts'

export const es: typeof en = {
  places: {
    guest: 'Su lugar',
    board: 'Hoy',
    tasks: 'En espera',
    enquiries: 'Consultas',
    people: 'Personas',
    referrals: 'Referencias',
    practice: 'Consultorio',
    access: 'Quién entra',
    outcomes: 'Resultados',
    trail: 'Rastro',
  },
  roles: {
    therapist: 'Terapeuta',
    prescriber: 'Prescriptor',
    monitor: 'Monitoreo',
    coordinator: 'Coordinación',
    administrator: 'Administración',
    auditor: 'Auditoría',
    guest: 'Terapeuta invitado',
  },
  foot: {
    signOut: 'Cerrar sesión',
    rules: 'Las reglas',
    protocols: 'Los protocolos',
    account: 'Mi inicio de sesión',
  },
  demo: {
    label: 'Reloj de demostración',
    about: 'Un consultorio inventado. Aquí nadie es real.',
    inbox: 'Los correos de la demostración',
    ahead: 'Adelantar',
    steps: { halfHour: '30 minutos', hours: '2 horas', day: '1 día', week: '7 días' },
  },
  draft: {
    begun: 'Ya había empezado a escribir esto. Todavía no está guardado.',
    waits:
      'Lo que escribe espera en esta pestaña hasta que lo guarde. Si sale rápido, cierra la sesión o cierra la pestaña, se borra.',
  },
  nowhere: { title: 'Esta página no existe.', back: 'Volver al inicio' },
}
