import type { en } from './problem.two.en.ts'

export const es: typeof en = {
  'second-must-differ': {
    title: 'La segunda firma debe ser de otra persona.',
    next: 'Pida a otra persona que prescriba en su consultorio que lo lea y lo firme.',
  },
  'director-signs': {
    title: 'Esto lo firma la dirección médica de este consultorio.',
    next: 'Pídale que lo firme. Si ya no lo hace, un administrador nombra a otra persona.',
  },
  'second-attests': {
    title: 'La segunda persona que lo atestigua debe ser otra.',
    next: 'Pida a otra persona del equipo que vea el papel y lo atestigüe.',
  },
  'rule-not-so': {
    title: 'Una regla no se puede cambiar así.',
    next: 'Puede ratificarse como vino. Solo lo que se apoya únicamente en un valor propuesto puede hacerse más estricto, y nada puede rebajarse. Vuelva a cargar la página y vea cómo está.',
  },
  'proposal-not-open': {
    title: 'Esta propuesta ya no está abierta.',
    next: 'Ya rige, fue retirada o una más nueva la reemplaza. Vea cómo está la regla ahora.',
  },
}
