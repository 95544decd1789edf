import type { OwnPartId } from './own.ts'
import type { en } from './words.own.en.ts'

const parts: Record<OwnPartId, string> = {
  agreement: 'Su acuerdo',
  ride: 'Su regreso a casa',
  asked: 'Lo que usted quiere hoy',
  talked: 'Su último viaje',
  food: 'Comida y bebida',
  body: 'Su presión arterial',
  people: 'Las personas y la sala',
  care: 'La parte de su equipo',
}

export const es: typeof en = {
  title: 'Hoy',
  lead: 'Lo que viene antes de empezar, y cómo está cada cosa. Nada empieza hasta que usted quiera.',
  back: 'Volver a su página',
  begun: 'Ya empezamos. Su equipo está con usted.',
  begunWords: 'Guarde esto y descanse. Alguien se queda con usted todo el tiempo.',
  ready: 'Listo',
  open: 'Todavía no',
  parts,
  agreement: {
    ready: 'Usted lo firmó. Puede retirarlo en cualquier momento, también hoy.',
    'consent-unsigned': 'Todavía no está firmado.',
    'consent-paper-only':
      'Su equipo anotó un consentimiento en papel. Antes de su próximo viaje le pedimos que lo lea y lo firme también aquí.',
    'consent-too-young':
      'Usted lo firmó hace poco. Reposa un día, para que nadie tenga que decidir en la puerta.',
    'consent-expired': 'Tiene más de un año. Nos gustaría repasarlo otra vez con usted.',
    'consent-withdrawn': 'Usted lo retiró. Eso vale. Sin él no pasa nada.',
    'consent-broken': 'Lo guardado no es lo que usted firmó. No vale. Avise por favor a su equipo.',
    action: 'Leer su acuerdo',
  },
  ride: {
    ready: '{name} le lleva a casa, {phone}.',
    open: '¿Quién le lleva a casa después? No debe manejar hasta mañana, después de dormir una noche.',
    name: 'Su nombre',
    phone: 'Su teléfono',
    save: 'Guardar',
    change: 'Me lleva otra persona',
    lost: 'No puede venir',
    fault: 'Escriba un nombre y un teléfono.',
  },
  asked: {
    'asked-yes': 'Usted dijo: sí, hoy.',
    'asked-not-today': 'Usted dijo: hoy no. Eso vale. No hace falta un motivo.',
    'asked-not-safe':
      'Usted dijo que irse a casa con esta persona no se siente seguro, o que no está claro. Alguien hablará con usted a solas y buscarán juntos otra manera.',
    'asked-ride-changed':
      'Su regreso a casa cambió desde que le preguntamos. Conteste una vez más, por favor.',
    'asked-own-screen': 'Hoy usted dijo que no. Si quiere cambiarlo, solo usted puede, aquí.',
    'asked-not-yet': 'Dos preguntas, solo para usted. Si alguien puede ver esta pantalla, pídale que salga.',
    wants: '¿Quiere esto hoy?',
    yes: 'Sí, hoy',
    no: 'Hoy no',
    noReason: '“Hoy no” no necesita un motivo y no cambia nada entre usted y nosotros.',
    safe: '¿Es seguro para usted irse a casa con {name}?',
    safeYes: 'Sí, lo es',
    safeNo: 'No, o no lo sé bien',
    safeWhy: 'Solo su equipo ve esta respuesta. {name} no la ve.',
    rideFirst: 'Díganos arriba quién le lleva a casa. Después preguntamos una cosa más.',
    again: 'Contestar de nuevo',
  },
  talked: {
    ready: 'Ya lo conversamos juntos.',
    open: 'Primero lo conversamos juntos: cómo fue y si usted quiere otro. Puede decir que no.',
    'talked-no-more':
      'Usted dijo: ningún otro viaje, o todavía no. Eso vale, y no hace falta un motivo. Si eso cambia, dígaselo a su equipo cuando quiera.',
    'talked-too-soon':
      'Usted dijo que quiere otro. Lo hemos anotado. Tan poco después de un viaje, un sí todavía no cuenta: debe seguir siendo suyo con un día de por medio. A partir de {until} puede decirlo otra vez, si todavía lo quiere. “No” y “todavía no” cuentan en todo momento.',
    'talked-not-home':
      'Usted dijo que quiere otro. Lo hemos anotado. Cuenta cuando lo diga otra vez, un día o más después de irse a casa. “No” y “todavía no” cuentan en todo momento.',
  },
  food: {
    ready: 'Usted nos lo dijo, y está bien.',
    open: 'Le preguntamos cuándo comió y bebió por última vez. Así cuidamos de usted si tiene náuseas. Si hay que esperar, esperamos juntos.',
  },
  body: {
    ready: 'Se midió aquí y se puede seguir.',
    open: 'Se mide aquí, antes que nada. Si hay que esperar, esperamos con usted.',
  },
  people: {
    ready: 'Están todas las personas que deben estar con usted, y la sala está lista.',
    open: 'Todavía falta alguien, o la sala no está lista. No empezamos antes.',
  },
  care: {
    ready: 'De nuestro lado todo está en su lugar.',
    open: 'De nuestro lado falta algo. Su equipo se lo dirá en persona. Usted no tiene que hacer nada.',
  },
  allReady: 'Todo está listo. Usted todavía puede decir que no, ahora y en cualquier momento.',
}
