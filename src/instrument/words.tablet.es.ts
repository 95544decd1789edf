import type { en } from './words.tablet.en.ts'

export const es: typeof en = {
  code: {
    title: 'Escriba el código',
    lead: 'Lo tiene la persona que le dio esta tableta. Abre unas preguntas y sirve una vez.',
    label: 'Código',
    hint: 'Nueve cifras',
    open: 'Abrir',
    refused: {
      wrong: 'Este código no sirve, o ya no. Pida uno nuevo.',
      soon: 'Demasiados intentos. Espere un poco o pida un código nuevo.',
      offline: 'Ahora no hay red. Devuelva la tableta, por favor.',
      unsent: 'Hay algo en esta tableta que no se ha enviado. Antes tiene que entrar alguien del equipo.',
    },
  },
  begin: {
    title: 'Unas preguntas',
    lead: 'Conteste lo que quiera. Puede dejar cualquiera sin contestar y parar cuando quiera.',
    inLanguage: 'Empezar en español',
    told: 'Su equipo lee sus respuestas y las repasa con usted.',
    danger:
      'Si una respuesta habla de morir o de hacerse daño, se avisa a su equipo enseguida. Dígaselo también a la persona que le dio esta tableta.',
    dangerLeft:
      'Si una respuesta habla de morir o de hacerse daño, se deja aviso a su equipo. Dígaselo también a la persona que le dio esta tableta: está aquí ahora.',
    call988: 'Llame o escriba al 988, a toda hora',
    wipes: 'Cuando termine, o tras cinco minutos sin tocarla, esta tableta lo olvida todo.',
    leave: 'No quiero contestar',
  },
  asking: {
    onward: 'Seguir con las preguntas',
    slip: 'Toqué la respuesta equivocada',
    leave: 'Parar aquí',
    sending: 'Enviando…',
  },
  help: {
    title: 'No tiene que cargar con esto a solas',
    lead: 'Dígaselo ahora, por favor, a la persona que le dio esta tableta.',
    call988: 'Llame o escriba al 988, a toda hora',
    call911: 'En peligro ahora: llame al 911',
    told: {
      telling: 'Se está avisando a su equipo.',
      'not-told': 'No hay red: todavía no se ha avisado a nadie. Vaya y dígaselo a alguien aquí.',
      told: 'Se ha avisado a su equipo de su respuesta.',
    },
    left: {
      telling: 'Se está dejando aviso de su respuesta a su equipo.',
      told: 'Se ha dejado aviso de su respuesta a su equipo.',
    },
  },
  unsent: {
    title: 'Todavía no se ha enviado',
    lead: 'No hay red. Devuelva la tableta tal como está y diga que no se ha enviado.',
    keep: 'No cierre ni recargue esta página: lo contestado solo está aquí hasta que se envíe. Se envía por sí sola cuando vuelva la red.',
  },
  over: {
    titles: { sent: 'Gracias.', gone: 'Este formulario está cerrado' },
    leads: {
      sent: 'Ya lo tiene su equipo. Devuelva la tableta, por favor. Aquí no queda nada.',
      gone: 'Devuelva la tableta, por favor. Aquí no queda nada.',
    },
    done: 'Listo',
  },
  hand: {
    title: 'En la tableta',
    lead: 'Un código abre un formulario en una tableta, sin iniciar sesión, una vez, en 15 minutos. No lleva ningún nombre.',
    form: 'Qué formulario',
    choose: 'Elija un formulario',
    due: (name) => `${name} (corresponde ahora)`,
    make: 'Hacer un código',
    missing: 'Elija un formulario.',
    code: 'Código',
    at: (address) => `Se escribe en ${address}`,
    once: 'Se muestra una vez. Quédese cerca: una respuesta puede pedirle a usted.',
    until: (time) => `Sirve hasta las ${time}`,
    withdraw: 'Retirar',
    withdrawOf: (name) => `Retirar: ${name}`,
    states: {
      waiting: 'Espera una tableta',
      open: 'Abierto en una tableta',
      sent: 'Enviado',
      left: 'Se dejó sin enviar',
      withdrawn: 'Retirado',
      expired: 'No se usó',
    },
    caption: 'Los últimos códigos',
    what: 'Formulario',
    when: 'Hecho',
    by: 'Por',
    state: 'Estado',
  },
}
