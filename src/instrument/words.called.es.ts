import type { en } from './words.called.en.ts'

export const es: typeof en = {
  'Belief and distress ratings': 'Creencia y malestar',
  'Bladder check': 'Revisión de la vejiga',
  'C-SSRS screener': 'Tamizaje C-SSRS',
  'Modified Aldrete': 'Aldrete modificada',
  'Mood check': 'Revisión del ánimo',
  'NIDA single question': 'Pregunta única del NIDA',
}
