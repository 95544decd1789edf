import { instant } from '../../kernel/instant.ts'
import { evaluate, type Evaluation } from '../../rule/evaluate.ts'
import { factsOfFile, type Filed } from '../../rule/filed.ts'
import { rules, table } from '../../rule/rule.content.ts'
import type { ProtocolId, Stage } from '../../rule/rule.ts'
import { heard } from '../seed/heard.ts'

/** An invented person about whom everything is known, and nothing speaks against a dose. */
export const wellAt = '2026-11-28T09:00:00-08:00'
const today = '2026-11-28T08:50:00-08:00'
const lastWeek = '2026-11-22T09:00:00-08:00'

/** Told by the facts themselves here: a screen of today, and what was gone through. */
const { 'suicide-assessment': _, 'medicines-gone-through': __, ...asked } = heard

/** What screening asks, and what the day, the session and going home ask besides. */
export const wellAnswers: Readonly<Record<string, string>> = {
  ...asked,
  'resuscitation-on-site': 'no',
  cssrs: 'none',
  'substances-today': 'none',
  'infection-today': 'no',
  fasting: 'fasted',
  stomach: 'no',
  escort: 'confirmed',
  contact: 'on-file',
  rems: 'enrolled',
  'rems-day': 'ready',
  'warning-signs': 'none',
  order: 'valid',
  changes: 'none',
  equipment: 'ready',
  'earlier-dose': 'never',
  count: 'none',
  'dispensed-home': 'no',
  telehealth: 'no',
  'back-to-usual': 'yes',
  gait: 'steady',
  'pressure-settled': 'yes',
  comfort: 'yes',
  'safety-question': 'not-high',
  'escort-here': 'yes',
  instructions: 'given',
  reconciled: 'yes',
  'release-signed': 'signed',
  'follow-up': 'booked',
}

const figures: Readonly<Record<string, number>> = {
  systolic: 122,
  diastolic: 78,
  'heart-rate': 72,
  spo2: 98,
  respirations: 14,
  temperature: 36.8,
  sedation: 5,
  agitation: 0,
  nausea: 0,
  vomits: 0,
  distress: 2,
  'reading-late': 0,
  'since-last-dose': 150,
  'staff-left': 240,
  aldrete: 10,
  'aldrete-spo2': 2,
  'aldrete-consciousness': 2,
  padss: 10,
  weight: 70,
  bmi: 24,
  audit: 2,
  'dast-10': 0,
  'stop-bang': 1,
}

const unitOf = (measure: string): string => table.measures.get(measure)!.unit
export const reading = (measure: string, value: number, at = today) => ({
  measure,
  value,
  unit: unitOf(measure),
  at,
})
export const said = (question: string, answer: string, saidAt = today) =>
  answer.startsWith('on ')
    ? { question, answer: 'on', on: answer.slice(3), saidAt }
    : { question, answer, saidAt }

const elements = rules.map(({ id }) => id).filter((id) => id.startsWith('CO-'))
const sameDay = new Set(['EV-HCG', 'EV-PDMP', 'EV-CSSRS'])
const evidences = rules.map(({ id }) => id).filter((id) => id.startsWith('EV-') && id !== 'EV-CON')

export const wellFile: Filed = {
  stage: 'day',
  person: { birthDate: '1985-06-15' },
  answers: Object.entries(wellAnswers).map(([question, answer]) => said(question, answer)),
  conditions: [],
  medicines: [],
  readings: [
    ...Object.entries(figures).map(([measure, value]) => reading(measure, value)),
    reading('systolic', 118, lastWeek),
    reading('diastolic', 76, lastWeek),
  ],
  evidence: evidences.map((evidence) => ({ evidence, at: sameDay.has(evidence) ? today : lastWeek })),
  changes: [],
  doses: [],
  consents: elements.map((element) => ({ element, choice: 'agreed' as const, at: lastWeek })),
  people: (['therapist', 'prescriber', 'monitor'] as const).map((role) => ({
    role,
    state: 'here' as const,
    at: today,
  })),
  overrides: [],
}

interface Asking {
  readonly protocol?: ProtocolId
  readonly stage?: Stage
  readonly at?: string
}

export function evaluated(file: Filed, { protocol = 'im', stage, at = wellAt }: Asking = {}): Evaluation {
  const facts = factsOfFile(file, { stage: 'day', timeZone: '-08:00' })
  return evaluate(table, { ...facts, stage: stage ?? facts.stage }, { at: instant(at), protocol })
}

/** `block present`, or `settled` where the rule does not stand open. */
export function standing(file: Filed, rule: string, asking: Asking = {}): string {
  const found = evaluated(file, asking).findings.find((finding) => finding.rule.id === rule)
  return found ? `${found.severity} ${found.state}` : 'settled'
}
