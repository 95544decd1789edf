import type { en } from './words.en.ts'

export const es: typeof en = {
  places: {
    board: 'Hoy',
    tasks: 'En espera',
    enquiries: 'Consultas',
    people: 'Personas',
    referrals: 'Referencias',
    practice: 'Consultorio',
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
  foot: { signOut: 'Cerrar sesión' },
  demo: {
    label: 'Reloj de demostración',
    about: 'Un consultorio inventado. Aquí nadie es real.',
    ahead: 'Adelantar',
    days: { one: '1 día', other: '{n} días' },
  },
  settings: {
    title: 'El consultorio',
    lead: 'Lo que leen sobre ustedes las personas que atienden cuando necesitan a alguien. Aquí nada viene ya escrito.',
    hours: 'Cuándo contestan',
    hoursWords: 'Escriba lo que es cierto. Ninguna página dice que alguien vigila cuando no es así.',
    concern: 'Algo no se sintió bien',
    concernWords: 'Una persona fuera de todos los equipos. Pregúntele antes.',
    board: 'La autoridad de licencias',
    boardWords: 'La que da las licencias a sus profesionales en su estado.',
    missing: 'Esto hace falta.',
    save: 'Guardar',
    fields: {
      hoursEn: 'Horario, en inglés',
      hoursEs: 'Horario, en español',
      afterHoursEn: 'Fuera de ese horario, en inglés',
      afterHoursEs: 'Fuera de ese horario, en español',
      concernName: 'Nombre',
      concernRoleEn: 'Quién es, en inglés',
      concernRoleEs: 'Quién es, en español',
      concernPhone: 'Teléfono',
      boardName: 'Nombre de la autoridad',
      boardPhone: 'Teléfono de la autoridad',
      boardSite: 'Página de la autoridad',
    },
  },
  help: {
    title: 'Pedir ayuda',
    danger: 'En peligro ahora mismo',
    dangerWords:
      'Si usted u otra persona puede salir lastimada, o si siente que algo anda mal en su cuerpo, llame al 911.',
    call911: 'Llamar al 911',
    crisis: 'Alguien con quien hablar, de día o de noche',
    crisisWords:
      'El 988 es gratis en todo Estados Unidos. Oprima el 2 para español, o mande AYUDA por mensaje de texto. No hace falta estar seguro de que es grave.',
    call988: 'Llamar al 988',
    text988: 'Escribir al 988',
    text988Link: 'sms:988?&body=AYUDA',
    practice: 'Su consultorio',
    hoursUnknown: 'El consultorio todavía no ha escrito aquí su horario.',
    callPractice: 'Llamar al',
    nobodyWatches: 'Nadie está vigilando esta aplicación.',
    concern: 'Algo no se sintió bien',
    concernWords:
      'En cómo le trataron, le tocaron, le hablaron o le cobraron. Puede hablar con alguien que no es de su equipo.',
    concernMore: 'A quién puede contarle',
    record: 'Quién abrió mi expediente',
    recordWords: 'Puede ver cada persona que abrió sus páginas y cuándo.',
    recordMore: 'Ver quién lo abrió',
  },
  concern: {
    back: 'Pedir ayuda',
    title: 'Algo no se sintió bien',
    believed:
      'No necesita pruebas ni estar seguro. No tiene que decírselo primero a su equipo. Contarlo no termina su atención.',
    outside: 'No es parte de su equipo ni depende de él.',
    call: 'Llamar al',
    board:
      'Es quien da las licencias y puede quitarlas. Puede acudir allí en cualquier momento, sin pedir permiso.',
    site: 'Su página en internet',
    nobodyNamed:
      'El consultorio todavía no ha nombrado a nadie aquí. Puede llamar a la autoridad que da las licencias a terapeutas o médicos en su estado, o al 988 si quiere hablar ahora.',
    keeps: 'Lo escrito queda escrito',
    keepsWords:
      'En el consultorio nadie puede borrar ni cambiar lo que su expediente dice de una sesión. Una corrección se agrega al lado, con nombre y hora.',
  },
  nowhere: { title: 'Esta página no existe.', back: 'Volver al inicio' },
}
