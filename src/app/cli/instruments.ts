import { fromLibrary, libraryIds } from '../../instrument/library.content.ts'
import { packs } from '../../instrument/pack.content.ts'
import type { CliCommand } from './command.ts'

export const instrumentsCommand: CliCommand = {
  takes: [],
  options: {},
  about: `
Lists every instrument there is scoring for: its tier (A: free to distribute with its wording; B: with a condition that the
practice accepts first; S: structure only; O: written by the project, not validated), the languages whose wording is included,
and its licence.`,
  run: () => {
    const listed = libraryIds().flatMap((id) => {
      const instrument = fromLibrary(id)
      if (!instrument) return []
      const { name, version, tier, licence } = instrument
      const languages = Object.keys(instrument.languages)
      const wording = languages.length > 0
      const pack = packs().get(id)
      // Languages whose words are there and off, until a practice accepts their condition.
      const underCondition = pack && { underCondition: Object.keys(pack.languages) }
      const said = { validated: tier !== 'O', ...underCondition, licence: licence.line }
      return [{ id, name, version, tier, languages, wording, ...said }]
    })
    return Promise.resolve({ exit: 0, json: listed })
  },
}
