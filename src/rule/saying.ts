import type { Step } from './finding.ts'
import type { InBoth } from './rule.ts'
import type { Table } from './table.ts'

const verbs: Readonly<Record<Step['do'], InBoth>> = {
  ask: { en: 'Ask:', es: 'Preguntar:' },
  measure: { en: 'Measure:', es: 'Medir:' },
  renew: { en: 'Do or renew:', es: 'Hacer o renovar:' },
  confirm: { en: 'Go through this record with the client:', es: 'Revisar este registro con la persona:' },
  sign: { en: 'Talk through and sign:', es: 'Conversar y firmar:' },
  fetch: { en: 'Ask to come, or write down that they are here:', es: 'Pedir que venga, o anotar que está:' },
  wait: { en: 'Wait:', es: 'Esperar:' },
  decide: { en: 'The clinician’s written judgement', es: 'El juicio escrito del profesional' },
}

/** The one cheap step that would settle a finding, in words. */
export function sayStep(table: Table, { do: act, what }: Step, language: keyof InBoth): string {
  const verb = verbs[act][language]
  return act === 'decide' && what === '' ? `${verb}.` : `${verb} ${aboutOf(table, what, language)}`
}

function aboutOf(table: Table, what: string, language: keyof InBoth): string {
  if (what === 'birth-date') return { en: 'the date of birth', es: 'la fecha de nacimiento' }[language]
  const known =
    table.questions.get(what)?.ask ?? table.byId.get(what)?.title ?? table.measures.get(what)?.title
  return known ? known[language] : what
}
