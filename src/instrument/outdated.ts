import { faultsIn, rawAt } from './given.ts'
import type { Answers, Instrument } from './instrument.ts'
import { withAnswer } from './response.ts'
import { score, type Scored } from './score.ts'

/** Versions are counted. An earlier one was asked once; a later one than is here nobody can have been asked by this practice. */
export const isOutdated = ({ version }: Pick<Instrument, 'version'>, said: string): boolean =>
  /^[1-9]\d{0,3}$/.test(said) && Number(said) < Number(version)

/**
 * Answers to a version that is not here any more: no score, for their questions may have counted otherwise. What an answer says
 * of danger is heard all the same, by the questions of today that bear its name and offer it: a call too many does less harm
 * than one too few.
 */
export function unscored(instrument: Instrument, answers: Answers): Scored {
  const given = instrument.items.filter((item) => rawAt(answers, item) !== null)
  const fitting = given.reduce<Answers>((all, item) => {
    const one = withAnswer({}, item, rawAt(answers, item) as never)
    return faultsIn(instrument, one).length === 0 ? withAnswer(all, item, rawAt(answers, item) as never) : all
  }, {})
  const heard = score(instrument, fitting)
  const asking = [...instrument.danger, ...(instrument.medical ?? [])]
  return {
    status: 'unscored',
    answered: given.length,
    missing: [],
    scores: {},
    band: null,
    flags: heard.flags.filter((flag) => asking.includes(flag)),
  }
}
