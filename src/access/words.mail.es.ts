import type { en } from './words.mail.en.ts'

export const es: typeof en = {
  hello: 'Hola:',
  bye: 'Si no esperaba este correo, puede ignorarlo. Por favor no lo responda: nadie lee este buzón.',
  callUs: 'Si no fue usted, llame ahora a su consultorio, al número que ya tiene.',
  invitation: {
    subject: 'Su invitación',
    text: 'le invitaron a iniciar sesión. Abra este enlace en los próximos 7 días; funciona una sola vez:',
  },
  newPassword: {
    subject: 'Una contraseña nueva',
    text: 'alguien, probablemente usted, pidió una contraseña nueva. Abra este enlace en la próxima hora; funciona una sola vez:',
  },
  newFactors: {
    subject: 'Renovación de su inicio de sesión',
    text: 'su consultorio le permite preparar de nuevo su inicio de sesión. Abra este enlace en las próximas 24 horas; funciona una sola vez:',
  },
  recoveryAsked: {
    subject: 'Su inicio de sesión',
    text: 'pidieron a su consultorio que le permita preparar de nuevo su inicio de sesión. Todavía no ha cambiado nada.',
  },
  changed: {
    subject: 'Cambió su inicio de sesión',
    text: 'la forma en que usted inicia sesión acaba de cambiar.',
  },
  recoveryCodeUsed: {
    subject: 'Se usó un código de recuperación',
    text: 'uno de sus códigos de recuperación se usó hace un momento para iniciar sesión. No volverá a funcionar.',
  },
}
