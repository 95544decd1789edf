import type { en } from './words.en.ts'

export const es: typeof en = {
  record: {
    title: 'Quién abrió mi expediente',
    lead: 'Cada persona que abre sus páginas deja aquí su nombre. Nadie lo puede quitar.',
    question: 'Si un nombre le sorprende, pregunte al consultorio. Le deben una respuesta.',
    downloadTitle: 'Mi expediente, para mí',
    downloadWords:
      'Un archivo con lo que se guarda sobre usted. Está escrito para que lo lean otros sistemas. Dice qué falta y por qué. Guárdelo solo donde nadie más lo pueda abrir.',
    download: 'Descargar mi expediente',
    emptyTitle: 'Todavía no lo ha abierto nadie.',
    emptyWords: 'Cuando alguien lo haga, usted lo verá aquí enseguida.',
    who: {
      self: 'Usted',
      member: '',
      service: 'La aplicación misma',
      unnamed: 'Alguien de fuera del consultorio',
    },
    did: {
      read: { one: 'Leyó una vez', other: 'Leyó {n} veces' },
      wrote: { one: 'Escribió una vez', other: 'Escribió {n} veces' },
      refused: { one: 'No se le dejó entrar una vez', other: 'No se le dejó entrar {n} veces' },
      failed: { one: 'Lo intentó una vez; algo falló', other: 'Lo intentó {n} veces; algo falló' },
    },
    reason: {
      one: 'El motivo quedó por escrito. Usted puede pedir leerlo.',
      other: 'Los motivos quedaron por escrito ({n}). Usted puede pedir leerlos.',
    },
    roles: {
      therapist: 'terapeuta',
      prescriber: 'prescriptor',
      monitor: 'monitoreo',
      coordinator: 'coordinación',
      administrator: 'administración',
      auditor: 'auditoría',
      guest: 'terapeuta invitado',
    },
  },
}
