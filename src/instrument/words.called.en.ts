/** What those instruments are called that have a name in words and no letters of their own. A test holds that none is left out. */
export const en = {
  'Belief and distress ratings': 'Belief and distress ratings',
  'Bladder check': 'Bladder check',
  'C-SSRS screener': 'C-SSRS screener',
  'Modified Aldrete': 'Modified Aldrete',
  'Mood check': 'Mood check',
  'NIDA single question': 'NIDA single question',
}
