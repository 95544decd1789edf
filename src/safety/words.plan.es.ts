import type { en } from './words.plan.en.ts'

const steps: (typeof en)['steps'] = {
  warningSigns: 'Cómo noto que empieza',
  onMyOwn: 'Lo que puedo hacer por mi cuenta',
  peopleAndPlaces: 'Personas y lugares que me distraen',
  peopleToAsk: 'Personas a quienes puedo pedir ayuda',
  professionals: 'Profesionales a mi alcance',
  surroundings: 'Lo que pongo fuera de mi alcance',
}

const hints: (typeof en)['hints'] = {
  warningSigns: 'Un pensamiento, una sensación, algo que usted hace. Con sus palabras.',
  onMyOwn: 'Cosas pequeñas que ya ayudaron, aunque sea diez minutos.',
  peopleAndPlaces: 'No hace falta decirles por qué viene.',
  peopleToAsk: 'Nombres y sus números. Desde aquí puede llamar.',
  professionals: 'Nombres y números. El 988 siempre está aquí.',
  surroundings: 'Lo que podría hacerle daño, y quién lo guarda por usted.',
}

export const es: typeof en = {
  title: 'Mi plan para las horas difíciles',
  lead: 'Seis pasos para cuando todo se oscurece. Empiece arriba y siga hasta que afloje. Puede saltar a los últimos cuando quiera.',
  now: '¿Hay peligro ahora?',
  call911: 'Llamar al 911',
  call988: 'Llamar al 988',
  text988: 'Mensaje al 988',
  help988:
    'En el 988 contestan de día y de noche. Es gratis, y puede decir tanto o tan poco como quiera. En español, oprima el 2.',
  practice: 'Llamar al consultorio',
  noOneWatches: 'Nadie del consultorio ve esta página mientras usted la lee. Si necesita a alguien, llame.',
  steps,
  hints,
  blank: 'Aquí todavía no hay nada.',
  none: 'Todavía no tiene un plan.',
  noneWords:
    'Puede empezarlo ahora, por su cuenta y en cualquier orden. También puede hacerlo con su terapeuta.',
  begin: 'Empezar mi plan',
  change: 'Cambiar mis palabras',
  editTitle: 'Mis palabras',
  editLead:
    'Escriba lo que es cierto para usted. Deje fuera lo que no le sirva. Su equipo de atención puede leerlo; nadie más.',
  lacking: 'Escriba unas palabras en al menos un paso.',
  save: 'Guardarlo',
  cancel: 'Ahora no',
  made: 'Lo revisó con {name} el {day}.',
  alone: 'Todavía no lo ha revisado con nadie.',
  changed: 'Usted lo cambió el {day}.',
  waiting: 'Guardado en este dispositivo. Llegará a su equipo cuando haya red.',
  onDevice: 'Esta página también abre sin red. Al cerrar sesión o salir rápido se quita de este dispositivo.',
  source: 'Los seis pasos siguen a Stanley y Brown, 2012.',
  team: {
    changed: 'El cliente lo cambió el {day}. Todavía no lo han revisado en conjunto.',
    arrived: 'Llegó el {day}: esperó en su dispositivo.',
    doubt: {
      ahead: 'El reloj del dispositivo iba adelantado; por eso vale la hora en que llegó.',
      late: 'Esperó más de medio día; puede que el reloj del dispositivo no esté bien.',
    },
    late: 'El cliente lo escribió el {day} y llegó el {arrived}, después de hacerse el plan. Todavía no lo han revisado en conjunto.',
    review: {
      changed: 'El cliente lo cambió. Revísenlo en conjunto.',
      alarm: 'Desde que se hizo hubo una respuesta que no fue clara. Revísenlo en conjunto.',
      phase: 'Desde que se hizo empezó otra etapa. Revísenlo en conjunto.',
    },
    fits: 'Lo revisamos en conjunto y sigue sirviendo',
    lacks: 'Hay pasos vacíos. Hagan uno nuevo en conjunto.',
    seen: 'Guardado con fecha de hoy.',
  },
}
