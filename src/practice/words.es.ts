import type { en } from './words.en.ts'

export const es: typeof en = {
  places: {
    board: 'Hoy',
    tasks: 'En espera',
    enquiries: 'Consultas',
    people: 'Personas',
    referrals: 'Referencias',
    practice: 'Consultorio',
    access: 'Quién entra',
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
