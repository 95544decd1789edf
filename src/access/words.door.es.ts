import type { en } from './words.door.en.ts'

export const es: typeof en = {
  signIn: {
    title: 'Iniciar sesión',
    email: 'Correo electrónico',
    password: 'Contraseña',
    go: 'Iniciar sesión',
    working: 'Iniciando su sesión',
    passkey: 'Entrar con una llave de acceso',
    or: 'o',
    lost: 'No puedo iniciar sesión',
    wrong: {
      happened: 'El correo o la contraseña no coinciden.',
      next: 'Revise ambos e inténtelo de nuevo. Lo que escribió sigue aquí.',
    },
    empty: { email: 'Escriba su correo electrónico.', password: 'Escriba su contraseña.' },
    away: {
      title: 'Pasó un rato sin actividad.',
      text: 'Cerramos su sesión para que nadie más siga en su nombre.',
    },
    out: 'Usted cerró su sesión.',
    demo: 'Esto es una demostración con personas inventadas.',
    demoChoose: 'Elegir quién ser',
    passkeyFailed: {
      happened: 'La llave de acceso no respondió.',
      next: 'Inténtelo de nuevo o entre con su correo y su contraseña.',
    },
  },
  second: {
    title: 'Un paso más',
    lead: 'Su contraseña es correcta. Ahora muestre que de verdad es usted.',
    code: 'Código de su aplicación de autenticación',
    codeHint: 'Seis dígitos. Cada código sirve una sola vez.',
    recovery: 'Un código de recuperación',
    recoveryHint: 'Uno de los diez que guardó cuando preparó esto.',
    go: 'Seguir',
    working: 'Comprobando',
    passkey: 'Usar una llave de acceso',
    useRecovery: 'Mejor usar un código de recuperación',
    useCode: 'Mejor usar un código de la aplicación',
    lost: 'Perdí todo esto',
    again: 'Empezar de nuevo',
    empty: { code: 'Escriba los seis dígitos.', recovery: 'Escriba el código de recuperación.' },
    none: {
      title: 'Su inicio de sesión todavía no tiene un segundo paso.',
      text: 'Toda persona que trabaja en un consultorio lo necesita. Pida a quien administra su consultorio que renueve su inicio de sesión.',
    },
    fill: {
      title: 'Autenticador de la demostración',
      use: 'Usar este código',
      wait: (seconds: number) =>
        `El próximo código sirve en ${seconds} segundos. Un código usado no vuelve nunca.`,
      shows: 'Muestra',
    },
  },
  lost: {
    title: 'Perdió su segundo paso',
    lead: 'Nadie puede saltarlo por usted, y eso le protege. Su consultorio puede permitirle prepararlo de nuevo.',
    ask: 'Pedirlo a mi consultorio',
    asking: 'Pidiendo',
    asked: 'Ya lo pedimos a su consultorio.',
    askedNext:
      'Alguien de allí le llamará al número que tienen, para asegurarse de que es usted. Después llegará un enlace a su correo.',
    alone:
      '¿Es la única persona que administra? Use uno de sus códigos de recuperación. Si no los tiene, puede ayudarle quien maneja la computadora donde funciona su consultorio.',
  },
  where: {
    title: '¿A dónde quiere ir?',
    lead: 'Usted tiene más de un lugar aquí.',
    demo: 'Demostración',
    none: {
      title: 'Inició sesión, pero no tiene un lugar aquí.',
      text: 'Tal vez su lugar terminó. Si esto le sorprende, llame a su consultorio.',
    },
    nowhere: 'Ahora no toma parte en ningún proceso. Sus propias notas siguen siendo suyas.',
    notes: 'Las notas que usted conserva',
    with: 'con {name}, un solo proceso',
    sole: 'Su propio nombre y su licencia. Aquí no hay nada que hacer.',
    account: 'Mi inicio de sesión',
    signOut: 'Cerrar sesión',
  },
  roles: {
    therapist: 'Terapeuta',
    prescriber: 'Profesional que receta',
    monitor: 'Monitoreo',
    coordinator: 'Coordinación',
    administrator: 'Administración',
    auditor: 'Auditoría',
    client: 'Cliente',
    guest: 'Terapeuta con invitación',
  },
  recover: {
    title: 'Volver a entrar',
    forgot: {
      title: 'Olvidé mi contraseña',
      text: 'Escriba su correo. Si lo conocemos, en unos minutos llega un enlace. Sirve durante una hora, una sola vez.',
      email: 'Correo electrónico',
      go: 'Enviarme un enlace',
      sent: 'Si conocemos esta dirección, el enlace va en camino.',
      noMail: 'De este servidor no sale correo; no puede llegar ningún enlace.',
      noMailNext: 'Llame a su consultorio, al número que ya tiene. Ellos buscarán una manera con usted.',
      sentNext:
        '¿Pasaron diez minutos y no llegó nada? Mire en el correo no deseado o llame a su consultorio.',
    },
    second: {
      title: 'Perdí mi teléfono, mi aplicación o mi llave de acceso',
      text: 'Primero entre con su contraseña. En el paso siguiente use un código de recuperación o elija «Perdí todo esto».',
    },
    both: {
      title: 'Perdí las dos cosas',
      text: 'Primero pida una contraseña nueva. La página del enlace le dice cómo seguir.',
    },
    back: 'Volver a iniciar sesión',
  },
  renew: {
    title: 'Una contraseña nueva',
    titleAll: 'Prepare de nuevo su inicio de sesión',
    password: 'Contraseña nueva',
    go: 'Guardar y entrar',
    working: 'Guardando',
    lostAll: 'También perdí mi segundo paso',
    saved: 'Guardado.',
  },
  link: {
    gone: 'Este enlace no funciona.',
    goneNext: 'Tal vez ya se usó o es muy antiguo. Pida uno nuevo.',
    home: 'Ir a la página de inicio de sesión',
  },
  idle: {
    title: '¿Sigue ahí?',
    text: (seconds: number) =>
      `Su sesión se cerrará en ${seconds} segundos, para que nadie siga en su nombre.`,
    stay: 'Aquí estoy',
    leave: 'Cerrar sesión ahora',
  },
}
