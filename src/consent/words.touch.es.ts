import type { TouchKind } from './document.ts'
import type { en } from './words.touch.en.ts'

const touch: Record<TouchKind, string> = {
  hand: 'Tomar su mano',
  shoulder: 'Una mano en su hombro',
  blanket: 'Ponerle una cobija',
}

export const es: typeof en = {
  title: 'Contacto',
  touch,
  answers: {
    no: 'No',
    'if-i-reach': 'Solo si lo busca por su cuenta',
    'ask-each-time': 'Sí, preguntando antes cada vez',
  },
  who: { therapist: 'Solo su terapeuta', team: 'Cualquiera del equipo en la sala' },
  places: {
    'left-hand': 'mano izquierda',
    'right-hand': 'mano derecha',
    'left-shoulder': 'hombro izquierdo',
    'right-shoulder': 'hombro derecho',
    'upper-back': 'parte alta de la espalda',
    legs: 'sobre las piernas',
    body: 'hasta los hombros',
  },
  recording: 'Grabación',
  recordings: { no: 'No', audio: 'Solo sonido', 'audio-and-video': 'Sonido e imagen' },
  none: 'Sin contacto.',
  onlySafety:
    'Solo por seguridad: evitar una caída, sostener, ayudar a respirar, el brazalete. Dígalo antes.',
  askFirst: 'Pregunte antes, cada vez. Nunca pida un sí nuevo.',
  takenBack: 'No. Retirado a las {time}.',
  noMore: 'Ya no',
  noMoreOf: 'Ya no: {what}',
  noTouchAtAll: 'Ningún contacto',
  stopRecording: 'Ya no grabar',
  noRecording: 'Sin grabación.',
  state: {
    unsigned: 'No se acordó nada. Sin contacto.',
    withdrawn: 'Retiró su consentimiento. Sin contacto y sin grabación.',
    expired: 'Lo acordado venció. Sin contacto.',
    broken: 'Lo guardado no es lo que se firmó. Sin contacto.',
  },
  notHere: 'Lo acordado sobre el contacto no está en esta tableta. Sin contacto.',
  rehearsed: 'Ensayado el {day} con {name}',
  notRehearsed: 'Aún sin ensayar',
  rehearseHint:
    'Pruébenlo juntos, sin medicina: la palabra para parar, la señal y cada contacto que está bien.',
  rehearse: 'Lo ensayamos ahora',
  rehearseAgain: 'Lo ensayamos otra vez',
  wait: {
    says: 'Un primer consentimiento reposa {n} horas antes de una primera dosis.',
    own: 'Decidido por {name} el {day}: {reason}',
    change: 'Cambiarlo para el consultorio',
    title: 'Cuánto reposa un primer consentimiento',
    everyone:
      'Esto vale para todas las personas de aquí. Lo usual son 24 horas; menos necesita una razón que se sostenga ante una junta.',
    hours: 'Horas',
    hoursWrong: 'Un número entero de 1 a 168.',
    reason: 'Por qué',
    reasonMissing: 'Escriba por qué.',
    sign: 'Firmar',
    meaning:
      'Desde ahora un primer consentimiento reposa {n} horas antes de una primera dosis, para todas las personas de aquí.',
  },
}
