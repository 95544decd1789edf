import type { en } from './words.en.ts'

export const es: typeof en = {
  refusal: {
    offline: {
      happened: 'No podemos comunicarnos con el servidor.',
      next: 'Inténtelo de nuevo cuando vuelva la conexión. Si escribió algo, sigue aquí.',
    },
    read: {
      offline: {
        happened: 'No podemos comunicarnos con el servidor.',
        next: 'Lo que va aquí se mostrará cuando vuelva la red.',
      },
      ours: {
        happened: 'Algo falló de nuestro lado.',
        next: 'No pudimos mostrar esto. Espere un momento e intente de nuevo. Si continúa, llame al consultorio.',
      },
    },
    wait: (seconds: number) =>
      seconds > 90
        ? `Espere ${Math.ceil(seconds / 60)} minutos y vuelva a intentarlo. Lo que escribió sigue aquí.`
        : `Espere ${seconds} segundos y vuelva a intentarlo. Lo que escribió sigue aquí.`,
  },
}
