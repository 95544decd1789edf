import { changeAsked } from '../../measure/asked.ts'
import { changeBases } from '../../measure/measure.content.ts'
import { rangeOf } from '../../instrument/counting.ts'
import { fromLibrary } from '../../instrument/library.content.ts'
import type { CliCommand } from './command.ts'
import { givenText, parseOnce } from './given.ts'
import { instrumentNamed } from './score.ts'

/** What is worked out from figures alone, for no instrument in particular. */
const formulas = ['rci-formula', 'jt-cutoff-c']

export const changeCommand: CliCommand = {
  takes: ['ID', '[FILE]'],
  options: {},
  about: `
Says what changed between two totals of one instrument: {"baseline": 18, "followup": 9}, in FILE or on standard input. Where
one is missing the change is unknown, which is not "no change". The threshold of reliable change is the published one; where
there is none, one from your own figures: {"spread": {"sd": 6, "retest": 0.9, "source": "…"}}, or "alpha" in place of
"retest". ID may also be rci-formula (sd, r, baseline, followup) or jt-cutoff-c (mNormal, sdNormal, mClinical, sdClinical).`,
  async run(asked) {
    const [id = '', file = ''] = asked.given
    if (!formulas.includes(id)) instrumentNamed(id)
    const parsed = parseOnce(await givenText(file))
    const found =
      'fault' in parsed
        ? { status: 'invalid' as const, reasons: [{ reason: parsed.fault }] }
        : changeAsked({ basis: changeBases[id], range: rangeOfMain(id) }, parsed.value)
    if (!('reasons' in found)) return { exit: 0, json: found }
    const detail = found.reasons.map(({ reason, item }) => (item ? `${item}: ${reason}` : reason)).join('; ')
    asked.tell(`These scores cannot be compared. ${detail}`)
    return { exit: 2, json: { ...found, problem: { kind: 'invalid-scores', detail } } }
  },
}

function rangeOfMain(id: string) {
  const instrument = fromLibrary(id)
  const main = instrument?.scores.find((each) => each.id === instrument.main)
  return instrument && main ? rangeOf(instrument, main) : undefined
}
