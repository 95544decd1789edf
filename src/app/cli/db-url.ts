import { runningAddress } from '../../platform/postgres/running.ts'
import { dataOption, demandEmbedded, settings } from '../settings.ts'
import type { CliCommand } from './command.ts'

export const dbUrlCommand: CliCommand = {
  takes: [],
  options: {
    owner: { type: 'boolean', words: 'As the owner, who may do anything; otherwise as the server works' },
    data: dataOption,
  },
  about: `
Prints the address of the embedded database while it runs, for psql and other tools of maintenance, to the user who
owns the data folder and to nobody else. It contains a password: keep it out of logs and of shell history.`,
  async run(asked) {
    const chosen = settings(asked.option('data'))
    demandEmbedded(chosen, 'Its address is the one you set.')
    const url = await runningAddress(chosen.dataFolder, asked.flag('owner') ? 'owner' : 'app')
    return { exit: 0, plain: url, json: { url } }
  },
}
