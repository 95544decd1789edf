import type { en } from './words.confirm.en.ts'

export const es: typeof en = {
  confirm: {
    title: 'Firmar',
    youSign: 'Usted firma',
    again: 'Intentar de nuevo',
    as: 'Como',
    meaning: 'Qué significa',
    password: 'Su contraseña',
    code: 'Código de su aplicación de autenticación',
    codeHint: 'Seis dígitos. Cada código sirve una sola vez.',
    sign: 'Confirmar y firmar',
    working: 'Comprobando que es usted',
    passkey: 'Usar una llave de acceso',
    instead: 'O con su contraseña',
    passkeyFailed: {
      happened: 'La llave de acceso no respondió.',
      next: 'Inténtelo de nuevo o use su contraseña.',
    },
    notNow: 'Ahora no',
    empty: { password: 'Escriba su contraseña.', code: 'Escriba los seis dígitos.' },
  },
}
