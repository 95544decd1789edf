import { importReferral, type Imported } from '../../intake/referral.commands.ts'
import { referralLimits } from '../../intake/referral.ts'
import { keptKeyIn } from '../../platform/crypto/key.ts'
import { openDb } from '../../platform/db/db.ts'
import { sealWith } from '../../platform/db/marks.ts'
import { dataOption, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'
import { textIn } from './file.ts'
import { doneAs, namesIn, practiceOption, workingAddress } from './member.ts'

export const importCommand: CliCommand = {
  takes: ['FILE'],
  options: {
    practice: practiceOption,
    who: {
      type: 'string',
      value: 'ID',
      words: 'Where someone of that name may be meant: their id here, or “new”',
    },
    as: { type: 'string', value: 'MEMBER', words: 'In the name of this member of it, by id or by name' },
    data: dataOption,
  },
  about: `
Takes a referral over: a FHIR R4 bundle about one person, as JSON. A person who is known by one of the numbers in it is
matched; where someone of the same name and perhaps the same birthday is here, nothing is done until --who says whether it
is them; anyone else is created; the same file twice makes one person and adds nothing twice. Everything is to be
confirmed by a clinician. What is not taken over is listed with its reason. A file that is damaged, too large or about
more than one person is refused whole and changes nothing. The member must be one who may take referrals in, and the
import is on the trail in their name, as one from the command line.`,
  async run(asked) {
    const referral = await textIn(asked.given[0] ?? '', {
      kind: 'referral',
      mostBytes: 4 * referralLimits.characters,
    })
    const named = namesIn(asked)
    const place = settings(asked.option('data'))
    const db = openDb(await workingAddress(place), 2)
    // What comes in may stand against a clearance that was signed: it is read, so its seal is looked at.
    const key = await keptKeyIn(place.dataFolder)
    if (key) sealWith(db, key)
    try {
      const imported = await doneAs(db, {
        named,
        action: 'referral.import',
        done: (tx, call) => importReferral(tx, { referral, who: asked.option('who') ?? null }, call),
      })
      return { exit: 0, json: told(imported) }
    } finally {
      await db.destroy()
    }
  },
}

const told = ({ personId, outcome, imported, already, unread, partly }: Imported) => ({
  person: personId,
  outcome,
  imported: { person: outcome === 'created' ? 1 : 0, ...imported },
  already: { person: outcome === 'matched' ? 1 : 0, ...already },
  unread,
  partly,
})
