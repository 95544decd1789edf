import type { en } from './words.owner.en.ts'

export const es: typeof en = {
  title: 'Se renovó desde fuera del consultorio el inicio de sesión de quien lo administra',
  alone: 'Nadie más que administre el consultorio podía darle acceso.',
  although: (reason) =>
    `Otra persona que administra el consultorio podía darle acceso. La razón que se dio: «${reason}»`,
  next: 'Se hizo en la computadora en la que funciona el consultorio. Si no sabe nada de esto, pregúntele hoy, en persona o a un número que ya tenga.',
  seen: 'Lo he visto',
  seenWhom: (name) => `Lo he visto: ${name}`,
}
