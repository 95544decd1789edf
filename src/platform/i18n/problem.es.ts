import type { en } from './problem.en.ts'
import { es as referral } from './problem.referral.es.ts'
import { es as two } from './problem.two.es.ts'
import { es as unread } from './problem.unread.es.ts'

export const es: typeof en = {
  ...referral,
  ...two,
  ...unread,
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
  'no-such-place': {
    title: 'No conocemos ese código postal.',
    next: 'Revise sus cinco números, o use uno vecino.',
  },
  'link-gone': {
    title: 'Este enlace no funciona.',
    next: 'Tal vez ya se usó o es muy antiguo. Pida uno nuevo.',
  },
  'has-account': {
    title: 'Usted ya tiene un inicio de sesión aquí.',
    next: 'Inicie sesión primero y abra el enlace otra vez. Su nuevo lugar se agrega a él.',
  },
  'needs-second-step': {
    title: 'Este lugar necesita un segundo paso.',
    next: 'Agregue una llave de acceso o una aplicación de autenticación y abra el enlace otra vez.',
  },
  'already-joined': {
    title: 'Este lugar ya está ocupado.',
    next: 'Inicie sesión para usarlo. Si no puede, pida a su consultorio que renueve su inicio de sesión.',
  },
  'last-administrator': {
    title: 'Un consultorio no puede quedarse sin quien lo administre.',
    next: 'Primero dé ese papel a otra persona.',
  },
  'not-an-administrator': {
    title: 'Esta persona no administra ningún consultorio.',
    next: 'Quien administra su consultorio puede volver a darle acceso.',
  },
  'another-administrator': {
    title: 'Otra persona que administra el consultorio puede volver a darle acceso.',
    next: 'Pídaselo. O diga por escrito por qué no: se guarda y se muestra a todas ellas.',
  },
  'not-for-oneself': {
    title: 'Usted no puede decidir esto para sí.',
    next: 'Pídalo a otra persona que administra. Dos personas ven más que una.',
  },
  'already-set-up': {
    title: 'Esto ya está preparado.',
    next: 'Inicie sesión o pida una invitación a quien lo preparó.',
  },
  'no-mail': {
    title: 'De este servidor no sale correo, así que el enlace no le llegaría.',
    next: 'No se cambió nada y el pedido sigue en espera. Pida a quien maneja el servidor que configure el correo y permítalo de nuevo.',
  },
  'last-factor': {
    title: 'Esto es lo último que le permite entrar.',
    next: 'Agregue primero una llave de acceso o una aplicación de autenticación. Después podrá quitarlo.',
  },
  'not-allowed': {
    title: 'Usted no puede abrir ni cambiar esto.',
    next: 'Si lo necesita para su trabajo, hace falta otra función en el consultorio, que da quien lo administra.',
  },
  'seat-ended': {
    title: 'Su lugar aquí ha terminado.',
    next: 'Ya no puede abrir nada más de aquí. Entre a sus otros lugares o pregunte a quien le invitó.',
  },
  'guest-works-here': {
    title: 'Usted ya trabaja en este consultorio.',
    next: 'Quien viene como invitado viene de fuera. Pida a la coordinación que le agregue al equipo.',
  },
  'guest-is-client': {
    title: 'Esta invitación no se puede usar con este inicio de sesión.',
    next: 'Es para otra persona. Cierre la sesión y deje que abra ella el enlace.',
  },
  'not-taken-up-yet': {
    title: 'Ahora mismo no se puede aceptar.',
    next: 'Abra el enlace de nuevo en uno o dos días. No se pierde nada.',
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
  'not-of-this': {
    title: 'Algo de lo que se nombra no es de aquí.',
    next: 'No se guardó nada. Cargue la página de nuevo y elíjalo entre lo que se muestra.',
  },
  'form-taken-back': {
    title: 'Este cuestionario ya no se pregunta.',
    next: 'No hace falta que lo llene. Lo que escribió sigue aquí; si es importante para usted, cuénteselo a su consultorio.',
  },
  'not-possible': {
    title: 'Estos datos no encajan entre sí.',
    next: 'No se guardó nada. Revise lo que escribió, cámbielo y envíelo de nuevo.',
  },
  'words-not-kept': {
    title: 'Un signo de este texto no se puede guardar.',
    next: 'Puede que no se vea; a veces llega al copiar y pegar. Escriba el texto a mano y envíelo de nuevo.',
  },
  'one-line': {
    title: 'Esto va en una sola línea.',
    next: 'Quite los saltos de línea y los tabuladores de los campos marcados, y envíelo de nuevo.',
  },
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
  'plan-past': {
    title: 'Esta hora ya pasó.',
    next: 'Elija una hora que aún no haya llegado.',
  },
  'plan-overlaps': {
    title: 'Algo está ocupado a esa hora.',
    next: 'Elija otra hora u otra sala, o escriba por qué puede ser así de todos modos.',
  },
  'session-begun': {
    title: 'Esta sesión ya empezó o ya pasó.',
    next: 'Planee una nueva.',
  },
  'nothing-widens-yet': {
    title: 'Hoy no. Mañana podrá decidirlo.',
    next: 'Durante un día después de una sesión dejamos todo como estaba, para que usted elija con la mente clara. Lo que escribió está a salvo.',
  },
  'answer-not-offered': {
    title: 'Esta respuesta no es una de las ofrecidas.',
    next: 'Elija una de las respuestas que se muestran y envíe de nuevo.',
  },
  'date-missing': {
    title: 'Falta la fecha.',
    next: 'Escriba la fecha tan exacta como se sepa. Basta con el año.',
  },
  'date-not-possible': {
    title: 'Esta fecha no puede ser correcta.',
    next: 'Revise el día, el mes y el año. No puede estar en el futuro.',
  },
  'note-missing': {
    title: 'Falta una breve explicación.',
    next: 'Escriba en pocas palabras cómo se sabe, o por qué no se puede saber.',
  },
  'finding-blocks': {
    title: 'Algo aquí no lo permite.',
    next: 'Las líneas marcadas dicen qué es y qué lo resolvería. Puede escribir «por ahora no» o «no».',
  },
  'finding-open': {
    title: 'Algo todavía no se sabe.',
    next: 'Responda lo que está marcado o escriba «por ahora no».',
  },
  'finding-needs-override': {
    title: 'Falta una decisión escrita.',
    next: 'Para cada línea marcada, escriba por qué y cómo seguiría adelante, y fírmelo. Después decida.',
  },
  'finding-not-acknowledged': {
    title: 'Marque lo que ha visto.',
    next: 'Marque cada línea señalada después de leerla y firme de nuevo.',
  },
  'override-not-offered': {
    title: 'Esta línea no se puede decidir así.',
    next: 'Vea cómo está ahora. Lo que impide seguir solo se resuelve con datos nuevos.',
  },
  'call-missing': {
    title: 'Todavía no consta quién llama.',
    next: 'Elija quién llama, y para qué día.',
  },
  'conditions-missing': {
    title: 'Faltan las condiciones.',
    next: 'Escriba qué debe cumplirse o elija autorizar sin condiciones.',
  },
  'validity-not-possible': {
    title: 'Esta fecha no sirve.',
    next: 'Elija un día posterior a hoy y dentro de un año.',
  },
  'nothing-to-correct': {
    title: 'Aquí no hay nada que corregir.',
    next: 'Cargue la página para ver lo registrado y corrija eso.',
  },
  'not-signed-yet': {
    title: 'En este momento no se puede firmar nada.',
    next: 'Puede leerlo todo y retirar lo que quiera. Más adelante se podrá firmar; esta página dice cuándo.',
  },
  'rest-first': {
    title: 'Esto puede esperar.',
    next: 'Primero descanse. Puede volver a ello cuando esté en casa y con la mente clara.',
  },
  'read-first': {
    title: 'Eso fue muy rápido.',
    next: 'Tómese un momento con las páginas. No se pierde nada; puede firmar cuando se sienta listo o lista.',
  },
  'say-it-first': {
    title: 'Antes hay unas preguntas.',
    next: 'Diga lo más importante con sus palabras, o háblelo con su equipo. Después puede firmar.',
  },
  'order-not-of-protocol': {
    title: 'Esta indicación no corresponde al protocolo del proceso.',
    next: 'Elija un producto, una forma y una vía que el protocolo conozca, o inicie un proceso con otro protocolo.',
  },
  'order-over': {
    title: 'Esta indicación ya estaría vencida.',
    next: 'Elija un último día que todavía no haya pasado.',
  },
  'order-needs-reason': {
    title: 'Esta cantidad está fuera del rango publicado.',
    next: 'Escriba su motivo en la indicación o revise la cantidad.',
  },
  'order-in-force': {
    title: 'Hay otra indicación vigente para este proceso.',
    next: 'Vea cómo está ahora. Reemplácela o suspéndala primero.',
  },
  'gates-open': {
    title: 'Todavía no está todo listo.',
    next: 'La página muestra ahora lo que falta y quién puede resolverlo.',
  },
  'release-live': {
    title: 'Ya hay una liberación vigente.',
    next: 'Dé la dosis con ella o espere a que termine.',
  },
  'nothing-to-decide': {
    title: 'Aquí no hay nada que decidir.',
    next: 'Vea cómo está ahora.',
  },
  'corrected-already': {
    title: 'Esta anotación ya se corrigió.',
    next: 'Vea la anotación más reciente y corrija esa.',
  },
  'not-dosed': {
    title: 'En esta sesión no consta que se haya dado nada.',
    next: 'Anótelo primero. Después vuelva aquí.',
  },
  'criteria-open': {
    title: 'Todavía no se cumple todo.',
    next: 'Termine lo que falta o pida una decisión por escrito a quien prescribe.',
  },
  'discharged-already': {
    title: 'Esta sesión ya se cerró.',
    next: 'Vea cómo se cerró. Todavía se puede añadir una corrección.',
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
