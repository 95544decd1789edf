import type { en } from './words.byhand.en.ts'

export const es: typeof en = {
  noMail: 'De este servidor no sale correo.',
  youGetLink: 'En su lugar verá aquí el enlace, para que lo entregue en mano.',
  noLink: 'El enlace no le llegaría. Quien maneja el servidor tiene que configurar primero el correo.',
  give: 'Entregue este enlace en mano',
  once: 'De este servidor no sale correo. El enlace sirve una sola vez, durante siete días, y solo se muestra ahora. Quien lo tenga puede ocupar el lugar: no se lo dé a nadie más.',
  copy: 'Copiar',
  copied: 'Copiado.',
  gone: 'El enlace ya se mostró una vez y de este servidor no sale correo. Invite de nuevo para obtener otro.',
  unsent: {
    title: 'Correo que no ha salido',
    noServer:
      'De este servidor no sale correo. Estos esperan hasta que quien lo maneja configure el correo; después de siete días se descartan.',
    lead: 'Estos llevan más de dos minutos en espera. Se intentan de nuevo por sí solos; después de siete días se descartan.',
    none: 'Nada espera.',
    to: 'Para',
    own: 'Alguien, sobre su propio inicio de sesión',
    subject: 'Asunto',
    notTold: 'No se muestra aquí',
    since: 'En espera desde',
    tries: 'Intentos',
    times: { one: 'Uno', other: '{n}' },
    never: 'Aún ninguno',
    gaveUp: 'Ya no se intenta',
  },
}
