import type { en } from './words.broken.en.ts'

export const es: typeof en = {
  happened: 'Esta página no llegó entera.',
  next: 'Lo que envió, y lo que espera en este dispositivo, está a salvo. Vuelva a cargar la página. Si continúa, llame al consultorio.',
  again: 'Volver a cargar',
  noNetwork: {
    happened: 'No hay red, y esta página todavía no está en este dispositivo.',
    next: 'Llegará sola cuando vuelva la red. Lo que envió, y lo que espera en este dispositivo, está a salvo.',
    home: 'Volver a Hoy',
    help: 'Pedir ayuda',
  },
  left: 'Aquí todavía no se muestra nada.',
  leftNext:
    'Alguien salió de esta página, o cerró la sesión, mientras no había red. En cuanto la haya, se termina de cerrar y podrá entrar.',
  now: '¿Está en peligro ahora o piensa en quitarse la vida? En el 988 hay alguien a cualquier hora.',
  call988: 'Llamar al 988',
}
