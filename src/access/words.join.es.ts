import type { en } from './words.join.en.ts'

export const es: typeof en = {
  join: {
    title: 'Le damos la bienvenida',
    lead: (practice: string) => `${practice} le invitó. Prepare cómo va a iniciar sesión y ya estará dentro.`,
    as: 'Usted iniciará sesión como',
    go: 'Guardar y entrar',
    working: 'Preparando',
    has: {
      title: 'Usted ya tiene un inicio de sesión',
      lead: (email: string) =>
        `Alguien inicia sesión aquí como ${email}. Si es usted, inicie sesión y este lugar nuevo se agrega.`,
      signIn: 'Iniciar sesión',
      add: 'Agregar este lugar a mi inicio de sesión',
      adding: 'Agregando',
      notYou: '¿No es usted? Pida una invitación a otra dirección.',
      account: 'Agregar un segundo paso a mi inicio de sesión',
    },
  },
  setUp: {
    title: 'Un consultorio nuevo',
    lead: 'Usted es la primera persona aquí. Esta página funciona una sola vez.',
    done: {
      title: 'Esto ya está preparado.',
      lead: 'Inicie sesión o pida una invitación a quien lo preparó.',
    },
    signIn: 'Ir a la página de inicio de sesión',
    code: 'El código de la terminal',
    codeHint: 'Aparece donde se inició Throughline. Cada inicio muestra uno nuevo.',
    practice: 'Nombre del consultorio',
    zone: 'Zona horaria',
    zoneChoose: 'Elija',
    zoneHint: 'Donde está el consultorio. Las horas en las páginas del equipo se dicen en ella.',
    phone: 'Teléfono para clientes',
    phoneHint: 'Al que llama un cliente cuando algo va mal.',
    language: 'Primer idioma',
    name: 'Su nombre',
    email: 'Su correo electrónico',
    next: 'Siguiente',
    checking: 'Comprobando',
    second: 'Cómo iniciará sesión',
    secondLead:
      'Usted será la primera persona que administra. Invite pronto a una segunda: dos personas pueden ayudarse a volver a entrar.',
    go: 'Abrir el consultorio',
    working: 'Preparando',
    empty: {
      code: 'Escriba el código de la terminal.',
      practice: 'Escriba el nombre del consultorio.',
      name: 'Escriba su nombre.',
      email: 'Escriba su correo electrónico.',
    },
    wrongCode: {
      happened: 'Ese no es el código.',
      next: 'Mire otra vez la terminal. Solo sirve el código más nuevo.',
    },
  },
}
