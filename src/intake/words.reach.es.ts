import type { en } from './words.reach.en.ts'

export const es: typeof en = {
  back: 'Pedir ayuda',
  title: 'Cómo le contactamos',
  lead: 'Otro teléfono, otra dirección, otro nombre por el que le llaman: dígalo aquí. No tiene que decirnos por qué.',
  name: 'En nuestros papeles se llama {name}. Si está mal, o lo está su fecha de nacimiento, dígaselo a su equipo: lo corrigen.',
  parts: {
    calledBy: 'Cómo quiere que le llamemos',
    phone: 'Teléfono',
    email: 'Correo electrónico',
    addressLine: 'Calle y número',
    city: 'Ciudad',
    state: 'Estado',
    postalCode: 'Código postal',
    timeZone: 'Su zona horaria',
  },
  phoneHint: 'El número al que llama su equipo, también cuando se preocupa por usted.',
  emailHint: 'La dirección a la que escribe su equipo. Para entrar, sigue valiendo la que ya tiene.',
  zoneHint: 'Las horas del día y los avisos la siguen.',
  choose: 'Elija',
  seen: 'Su equipo puede ver lo que decía aquí antes. No se llama a nadie por eso.',
  save: 'Guardar',
  saved: 'Está guardado.',
  asItIs: 'Ver cómo está ahora',
  faults: {
    phone: 'Aquí no hay ningún número. ¿A qué número podemos llamar? O deje el espacio vacío.',
    email: 'Esto no es una dirección de correo. Mírela otra vez o deje el espacio vacío.',
    timeZone: 'Elija una.',
    nothing: 'Todavía no se ha cambiado nada.',
  },
}
