import { shortest } from './password.ts'
import type { en } from './words.way.en.ts'

const faults = {
  missing: 'Elija una contraseña.',
  'too-short': (least: number) => `Use al menos ${least} caracteres.`,
  'too-long': 'Use como máximo 256 caracteres.',
  'too-common':
    'Es de las primeras que alguien probaría. Use cuatro palabras o más que no tengan nada que ver entre sí.',
}

export const es: typeof en = {
  choose: '¿Cómo prefiere iniciar sesión?',
  password: {
    way: 'Con una contraseña',
    wayStaff: 'Con una contraseña y una aplicación',
    label: 'Una contraseña nueva',
    hint: (staff: boolean) =>
      `Al menos ${staff ? shortest.staff : shortest.client} caracteres. Cuatro palabras o más que no tengan nada que ver entre sí son fáciles de recordar y difíciles de adivinar.`,
    show: 'Mostrar lo que escribo',
  },
  passkey: {
    way: 'Con una llave de acceso',
    lead: 'Su cara, su dedo o el PIN de este dispositivo le dejan entrar. No hay nada que recordar y nadie puede sacársela con engaños.',
    make: 'Crear una llave de acceso',
    making: 'Mire su dispositivo',
    made: 'Su llave de acceso está lista.',
    name: 'Un nombre para ella',
    nameHint: 'Para que la reconozca después, por ejemplo «Mi teléfono».',
    this: 'Este dispositivo',
    failed: {
      happened: 'No se creó ninguna llave de acceso.',
      next: 'Inténtelo de nuevo o elija la otra forma.',
    },
    missing: 'Primero cree su llave de acceso.',
  },
  app: {
    title: 'Su segundo paso',
    lead: 'Una aplicación de autenticación en su teléfono muestra un código nuevo cada medio minuto. Sirve cualquiera.',
    scan: 'Escanee esto con la aplicación',
    picture: 'Una imagen cuadrada para la cámara de su teléfono',
    type: 'O escriba esto en la aplicación',
    code: 'El código que muestra ahora la aplicación',
    codeHint: 'Seis dígitos.',
    wrong:
      'El código no coincide. Espere el siguiente. Si sigue así, borre la entrada en su aplicación y escanee otra vez.',
    missing: 'Escriba los seis dígitos que muestra su aplicación.',
  },
  faults,
  codes: {
    title: 'Diez códigos para un mal día',
    lead: 'Si pierde su teléfono o su llave de acceso, uno de estos le deja entrar. Cada uno sirve una sola vez. No podemos mostrarlos de nuevo.',
    print: 'Imprimir',
    copy: 'Copiar',
    copied: 'Copiado.',
    kept: 'Los guardé en un lugar seguro, aparte de este dispositivo.',
    keptFirst: 'Primero guárdelos; después marque aquí.',
    go: 'Seguir',
  },
}
