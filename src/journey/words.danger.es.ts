import type { en } from './words.danger.en.ts'

export const es: typeof en = {
  title: 'Habló de intención o de un plan',
  stay: 'No deje sola a la persona. Ahora no se va a casa.',
  together: 'Llame con ella al 988 o al 911, o vayan a urgencias, según la evaluación.',
  call988: 'Llamar al 988',
  call911: 'Llamar al 911',
  who: 'Solo {names} puede levantar esto, por escrito. Preguntar otra vez no basta.',
  nobody: 'Solo terapeuta o quien receta puede levantar esto, por escrito, y en el equipo no hay nadie.',
  reason: 'Por qué puede irse a casa a pesar de ello',
  reasonHint:
    'Después de hablar usted con la persona: qué encontró, qué la protege esta noche, quién está con ella. Queda anotado junto a lo que dijo.',
  reasonMissing: 'Escriba su motivo.',
  clear: 'Levantar esto por escrito',
}
