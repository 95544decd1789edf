import type { en } from './words.en.ts'

export const es: typeof en = {
  nav: { learn: 'Qué es la KAP', fit: '¿Es para mí?', find: 'Buscar a alguien' },
  otherLanguage: 'English',
  help: {
    title: '¿En peligro ahora, o pensando en quitarse la vida?',
    say: 'En Estados Unidos, llame al 988 y oprima 2, a cualquier hora, o mande la palabra AYUDA al 988. Si alguien está herido, llame al 911.',
    call: 'Llamar al 988',
    text: 'Escribir al 988',
    textLink: 'sms:988?&body=AYUDA',
    call911: 'Llamar al 911',
  },
  foot: {
    notWatched: 'Nadie está mirando esta página. No puede pedir ayuda por usted.',
    privacy: 'Qué pasa aquí con sus datos',
    sources: 'Todas las fuentes',
    signIn: 'Entrar a su cuenta',
    notAdvice:
      'Estas páginas no son un consejo médico. Son un comienzo para conversar con alguien que le conozca.',
    lamp: { dim: 'Luz baja', bright: 'Luz de día' },
  },
  dose: 'la dosis',
  readOn: 'Siga leyendo, unos minutos cada una',
  next: 'Sigue',
  lost: { reference: 'Si nos llama, diga esta referencia' },
  backToStart: 'Qué es la KAP',
  fit: {
    title: '¿Es para mí?',
    lead: 'Una revisión privada, de unos cuatro minutos.',
    say: 'Sus respuestas se quedan en este navegador. No guardamos copia. No da diagnósticos. Termina de una de tres maneras, y dice por qué:',
    ends: ['Vale la pena conversar', 'Hable antes con su médico', 'Ahora no, y esto puede ayudarle'],
    begin: 'Empezar la revisión privada',
  },
  find: {
    title: 'Busque a alguien cerca',
    lead: 'Usted ve el precio de todo el camino, y el día en que se revisó cada licencia, antes de escribirle a nadie.',
    place: 'Ciudad o código postal',
    search: 'Buscar',
  },
  sources: {
    title: 'De dónde viene esto',
    allTitle: 'Todas las fuentes',
    allLead:
      'Cada marca en nuestras páginas señala una de estas. La mayoría se leyó en resumen, no el trabajo completo. Cuando una línea no tiene un estudio detrás, lo decimos.',
    checked: 'Última revisión',
    people: (count: string) => `${count} personas`,
    kinds: {
      trial: 'Prueba justa, grupos al azar',
      pooled: 'Muchos estudios sumados',
      group: 'Un grupo, seguido en el tiempo',
      survey: 'Encuesta',
      review: 'Resumen general',
      label: 'Etiqueta del fármaco',
      authority: 'Organismo público',
      clinic: 'Lo que hace una clínica',
      law: 'Ley',
      practice: 'Regla del consultorio',
      common: 'Conocimiento común',
    },
    sure: {
      good: 'Bastante seguro',
      some: 'Más o menos seguro',
      little: 'No muy seguro',
      none: 'Sin estudio',
    },
    mark: (number: number) => `Fuente ${number}`,
  },
}
