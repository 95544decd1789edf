import { icd10, snomed } from '../../intake/terms.ts'
import type { Filed } from '../../rule/filed.ts'
import { protocolIds, stages, type ProtocolId, type Stage } from '../../rule/rule.ts'
import { reading, said, standing, wellAt, wellFile } from './well.ts'

/** What differs from the invented person who is well, and how the rule then stands. */
export interface Case {
  readonly rule: string
  readonly differs: string
  readonly stands: string
}

/** One case a line: `EL-C01 | aneurysm=yes | block present`. Differences are joined by ` & `. */
export const casesIn = (text: string): Case[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [rule = '', differs = '', stands = ''] = line.split(' | ').map((part) => part.trim())
      return { rule, differs, stands }
    })

interface Asking {
  readonly file: Filed
  readonly protocol: ProtocolId
  readonly stage: Stage
  readonly at: string
}

export function stands({ rule, differs }: Case): string {
  const { file, ...asking } = differs
    .split(' & ')
    .filter((word) => word !== '' && word !== 'well')
    .reduce<Asking>(differ, { file: wellFile, protocol: 'im', stage: 'day', at: wellAt })
  return standing(file, rule, asking)
}

const kinds: readonly (readonly [RegExp, (asking: Asking, found: readonly string[]) => Asking])[] = [
  [/^on (.+)$/, (asking, [name]) => ({ ...asking, protocol: protocolIds.find((id) => id === name)! })],
  [/^in (.+)$/, (asking, [name]) => ({ ...asking, stage: stages.find((id) => id === name)! })],
  [/^at (.+)$/, (asking, [at = '']) => ({ ...asking, at })],
  [/^born ?(.*)$/, (asking, [birthDate = '']) => filed(asking, { person: { birthDate: birthDate || null } })],
  [/^dose (.+)$/, (asking, [when = '']) => filed(asking, { doses: [...asking.file.doses!, when] })],
  [/^med (.+?)( \?| today| last \S+)?( known)?$/, withMedicine],
  [/^(snomed|icd) (\S+)( \?)?$/, withCondition],
  [/^#([\w-]+)=([^@]*)(?:@(.+))?$/, withReading],
  [/^!([\w-]+)=(.*)$/, withEvidence],
  [/^~([\w-]+)@(.+)$/, (asking, [change = '', at = '']) => filed(asking, { changes: [{ change, at }] })],
  [/^%([\w-]+)=(\w*)(?:@(\S+))?( altered)?$/, withConsent],
  [/^\*(\w+)=(\w*)$/, withPerson],
  [/^([\w-]+)=([^@]*)(?:@(.+))?$/, withAnswer],
]

function differ(asking: Asking, word: string): Asking {
  for (const [shape, change] of kinds) {
    const found = shape.exec(word)
    if (found) return change(asking, found.slice(1))
  }
  throw new Error(`No such difference: ${word}`)
}

const filed = (asking: Asking, more: Partial<Filed>): Asking => ({
  ...asking,
  file: { ...asking.file, ...more },
})

function withAnswer(asking: Asking, [question = '', answer = '', at]: readonly string[]): Asking {
  const rest = asking.file.answers!.filter((one) => one.question !== question)
  return filed(asking, { answers: answer === '' ? rest : [...rest, said(question, answer, at)] })
}

function withReading(asking: Asking, [measure = '', value = '', at]: readonly string[]): Asking {
  const old = asking.file.readings!
  const rest = at === undefined ? old.filter((one) => one.measure !== measure) : old
  return filed(asking, { readings: value === '' ? rest : [...rest, reading(measure, Number(value), at)] })
}

function withEvidence(asking: Asking, [evidence = '', at = '']: readonly string[]): Asking {
  const rest = asking.file.evidence!.filter((one) => one.evidence !== evidence)
  return filed(asking, { evidence: at === '' ? rest : [...rest, { evidence, at }] })
}

function withMedicine(asking: Asking, [name = '', how = '', known]: readonly string[]): Asking {
  const last = how === ' today' ? '2026-11-28' : how.startsWith(' last ') ? how.slice(6) : '2026-11-20'
  const medicine = how === ' ?' ? { name } : { name, taking: 'yes' as const, lastTakenAt: last }
  const confirmed = known === undefined ? {} : { confirmed: true }
  return filed(asking, { medicines: [...asking.file.medicines!, { ...medicine, ...confirmed }] })
}

function withCondition(asking: Asking, [system = '', code = '', doubtful]: readonly string[]): Asking {
  const codes = [{ system: system === 'icd' ? icd10 : snomed, code }]
  const condition = { text: code, codes, certain: doubtful === undefined, onset: '2010' }
  return filed(asking, { conditions: [...asking.file.conditions!, condition] })
}

function withConsent(asking: Asking, [element = '', choice = '', at, altered]: readonly string[]): Asking {
  const rest = asking.file.consents!.filter((one) => one.element !== element)
  if (choice === '') return filed(asking, { consents: rest })
  const signed = {
    element,
    choice: choice as 'agreed',
    at: at ?? '2026-11-22',
    altered: altered !== undefined,
  }
  return filed(asking, { consents: [...rest, signed] })
}

function withPerson(asking: Asking, [role = '', state = '']: readonly string[]): Asking {
  const rest = asking.file.people!.filter((one) => one.role !== role)
  const at = '2026-11-28T08:50:00-08:00'
  return filed(asking, { people: state === '' ? rest : [...rest, { role, state: state as 'here', at }] })
}
