import type { en } from './problem.en.ts'

export const es: typeof en = {
  'not-signed-in': {
    title: 'Usted no ha iniciado sesión.',
    next: 'Inicie sesión de nuevo. Lo que escribió sigue en esta página.',
  },
  'second-factor-needed': {
    title: 'Falta un paso más.',
    next: 'Confirme que es usted con su código o su llave de acceso y vuelva a intentarlo.',
  },
  'confirmation-needed': {
    title: 'Confirme que es usted.',
    next: 'Escriba su contraseña y un código, o use su llave de acceso. Después seguirá adelante.',
  },
  'not-recognised': {
    title: 'No coincide.',
    next: 'Revíselo e inténtelo de nuevo. Cada código sirve una vez: si acaba de usarlo, espere el siguiente.',
  },
  'not-allowed': {
    title: 'Usted no puede abrir ni cambiar esto.',
    next: 'Si lo necesita para su trabajo, pida ayuda a quien administra su consultorio.',
  },
  'not-found': {
    title: 'No encontramos esto.',
    next: 'Revise que el enlace esté completo o vuelva atrás y elija de nuevo.',
  },
  'no-such-page': { title: 'Esta página no existe.', next: 'Revise la dirección o vuelva al inicio.' },
  'other-origin': {
    title: 'Esto no vino de nuestra propia página.',
    next: 'Abra la página desde su dirección de siempre.',
  },
  malformed: { title: 'Algo no está bien aquí.', next: 'Revise los campos marcados y vuelva a intentarlo.' },
  'too-large': {
    title: 'Esto es demasiado grande.',
    next: 'Envíe un archivo más pequeño o un texto más corto.',
  },
  'too-many': {
    title: 'Fueron muchos intentos.',
    next: 'Espere un momento y vuelva a intentarlo. No se pierde nada.',
  },
  'intent-missing': {
    title: 'No se pudo enviar de forma segura.',
    next: 'Cargue la página de nuevo y vuelva a enviarlo.',
  },
  'intent-reused': {
    title: 'Esto ya se envió con otro contenido.',
    next: 'Cargue la página para ver lo guardado y envíe su cambio como uno nuevo.',
  },
  'id-taken': { title: 'Esto ya se guardó en otro lugar.', next: 'Cargue la página y escríbalo de nuevo.' },
  'changed-meanwhile': {
    title: 'Alguien cambió esto mientras usted lo miraba.',
    next: 'Vea cómo está ahora y decida de nuevo.',
  },
  'not-a-demo': {
    title: 'Solo un consultorio de demostración puede mover su reloj.',
    next: 'En un consultorio real, el tiempo pasa solo. No se cambió nada.',
  },
  'course-open': {
    title: 'Ya hay un tratamiento abierto.',
    next: 'Continúe con ese, o llévelo primero a su cierre planeado.',
  },
  'course-ended': {
    title: 'Este tratamiento ya terminó.',
    next: 'Aquí ya no se puede planear nada nuevo. Comience otro si la atención continúa.',
  },
  'ending-unplanned': {
    title: 'Un cierre necesita un día y unas palabras.',
    next: 'Elija el último día y escriba lo que debe quedarle a la persona.',
  },
  'session-begun': {
    title: 'Esta sesión ya empezó o ya pasó.',
    next: 'Planee una nueva.',
  },
  'nothing-widens-yet': {
    title: 'Hoy no. Mañana podrá decidirlo.',
    next: 'Durante un día después de una sesión dejamos todo como estaba, para que usted elija con la mente clara. Lo que escribió está a salvo.',
  },
  internal: {
    title: 'Algo falló de nuestro lado.',
    next: 'No se cambió nada. Inténtelo de nuevo; si sigue igual, díganos el número de abajo.',
  },
  'cannot-save': {
    title: 'En este momento no podemos guardar.',
    next: 'Deje abierta esta página e inténtelo de nuevo en un minuto.',
  },
}
