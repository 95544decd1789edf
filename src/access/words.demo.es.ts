import type { en } from './words.demo.en.ts'

export const es: typeof en = {
  title: '¿Quién quiere ser?',
  lead: 'Todas las personas aquí son inventadas. Elija una; el formulario para iniciar sesión se llena solo.',
  be: 'Ser esta persona',
  beWhom: (name: string) => `Ser ${name}`,
  details: 'Correo, contraseña y códigos',
  email: 'Correo electrónico',
  password: 'Contraseña',
  inbox: 'Correo que se habría enviado',
  none: 'Todavía no hay personas inventadas.',
  honest:
    'Estos inicios de sesión son de verdad: una contraseña y, para quienes trabajan aquí, un código que sirve una sola vez. Solo existen en una demostración. No escriba aquí nada sobre una persona real.',
}
