import type { en } from './words.mail.en.ts'

export const es: typeof en = {
  hello: 'Hola:',
  bye: 'Si no esperaba este correo, puede ignorarlo. Por favor no lo responda: nadie lee este buzón.',
  callUs: 'Si no fue usted, llame ahora a su consultorio, al número que ya tiene.',
  invitation: {
    subject: 'Su invitación',
    text: 'Le invitaron a iniciar sesión. Abra este enlace en los próximos 7 días; funciona una sola vez:',
  },
  guestInvitation: {
    subject: 'Su invitación',
    text: 'Alguien con quien usted trabaja le invita a iniciar sesión y puede decirle de qué se trata. Abra este enlace en los próximos 7 días; funciona una sola vez:',
  },
  newPassword: {
    subject: 'Una contraseña nueva',
    text: 'Alguien, probablemente usted, pidió una contraseña nueva. Abra este enlace en la próxima hora; funciona una sola vez:',
  },
  newFactors: {
    subject: 'Renovación de su inicio de sesión',
    text: 'Su consultorio le permite preparar de nuevo su inicio de sesión. Abra este enlace en las próximas 24 horas; funciona una sola vez:',
  },
  recoveryAsked: {
    subject: 'Su inicio de sesión',
    text: 'Pidieron a su consultorio que le permita preparar de nuevo su inicio de sesión. Todavía no ha cambiado nada.',
  },
  changed: {
    subject: 'Cambió su inicio de sesión',
    text: 'La forma en que usted inicia sesión acaba de cambiar.',
  },
  renewedByOwner: {
    subject: 'Renovación de su inicio de sesión',
    text: 'Quien maneja la computadora de su consultorio creó un enlace para preparar de nuevo su inicio de sesión y cerró sus otras sesiones. El enlace se le entregó a esa persona; no se envió por correo.',
  },
  otherRenewedByOwner: {
    subject: 'El inicio de sesión de otra persona que administra',
    text: 'Quien maneja la computadora de su consultorio permitió que otra persona que lo administra prepare de nuevo su inicio de sesión. Inicie sesión para ver quién, cuándo y por qué.',
  },
  partTaken: {
    subject: 'Un cambio en su consultorio',
    text: 'Alguien que administra su consultorio acaba de darse una función más en él. Inicie sesión para ver quién trabaja allí y en qué. Si no debe ser así, dígaselo a esa persona y a quien sea dueño del consultorio.',
  },
  recoveryCodeUsed: {
    subject: 'Se usó un código de recuperación',
    text: 'Uno de sus códigos de recuperación se usó hace un momento para iniciar sesión. No volverá a funcionar.',
  },
  somethingWaits: {
    subject: 'Hay algo pendiente para usted',
    text: 'Hay algo que le espera. Por favor, inicie sesión y mírelo hoy.',
  },
  whenYouCan: {
    subject: 'Algo para usted, cuando pueda',
    text: 'Hay algo en su página, para cuando tenga un momento. Este es el único recordatorio.',
  },
  pageChanged: {
    subject: 'Algo cambió en su página',
    text: 'Algo cambió en su página. Por favor, inicie sesión y léalo antes de ponerse en camino.',
  },
  neededNow: {
    subject: 'Por favor, mire ahora',
    text: 'Se le necesita ahora. Por favor, inicie sesión y mírelo. Si nadie lo hace, se avisará a otras personas.',
  },
}
