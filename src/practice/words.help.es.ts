import type { en } from './words.help.en.ts'

export const es: typeof en = {
  help: {
    title: 'Pedir ayuda',
    danger: 'En peligro ahora mismo',
    dangerWords:
      'Si usted u otra persona puede salir lastimada, o si siente que algo anda mal en su cuerpo, llame al 911.',
    call911: 'Llamar al 911',
    crisis: 'Alguien con quien hablar, de día o de noche',
    crisisWords:
      'El 988 es gratis en todo Estados Unidos. Oprima el 2 para español, o mande AYUDA por mensaje de texto. No hace falta saber si es grave.',
    call988: 'Llamar al 988',
    text988: 'Escribir al 988',
    text988Link: 'sms:988?&body=AYUDA',
    practice: 'Su consultorio',
    hoursUnknown: 'El consultorio todavía no ha escrito aquí su horario.',
    callPractice: 'Llamar al',
    nobodyWatches: 'Nadie está vigilando esta aplicación.',
    plan: 'Su propio plan',
    planWords: 'Lo que le ayuda en una hora difícil, paso a paso, con sus palabras. También abre sin red.',
    planMore: 'Mi plan para las horas difíciles',
    concern: 'Algo no se sintió bien',
    concernWords:
      'En cómo le trataron, le tocaron, le hablaron o le cobraron. Puede hablar con alguien que no es de su equipo.',
    concernMore: 'A quién puede contarle',
    agreed: 'Para cambiar de opinión',
    agreedWords:
      'Lo que firmó puede retirarlo en cualquier momento, todo o una parte, sin dar una razón. También puede cambiar cómo dice alto y qué le calma.',
    agreedMore: 'Lo que usted aceptó',
    wishedMore: 'Cómo quiere que sea',
    reach: 'Cómo le contactamos',
    reachWords: 'Su teléfono, su dirección, cómo le llamamos. Si algo cambia, puede decirlo usted.',
    reachMore: 'Verlo o cambiarlo',
    record: 'Quién abrió mi expediente',
    recordWords: 'Puede ver cada persona que abrió sus páginas y cuándo.',
    recordMore: 'Ver quién lo abrió',
  },
  concern: {
    back: 'Pedir ayuda',
    title: 'Algo no se sintió bien',
    believed:
      'No necesita pruebas, y no hace falta que lo tenga claro. No tiene que decírselo primero a su equipo. Contarlo no termina su atención.',
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
}
