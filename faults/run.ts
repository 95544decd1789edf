// `npm run faults`: kill -9 of the server, of PostgreSQL and of both, at random moments under acknowledged writes. Prints
// one table; ends with 1 when a round did not hold or was void. FAULTS_ROUNDS, FAULTS_SEED.
import { seeded } from './chance.ts'
import { openCampaign, type Fault } from './campaign.ts'
import { holds, type Verdict } from './checker.ts'

const rounds = Number(process.env['FAULTS_ROUNDS'] ?? 10)
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 2 ** 31)
const chance = seeded(seed)
const campaign = await openCampaign()

const counts = [
  'acknowledged',
  'retried',
  'lost',
  'doubled',
  'reordered',
  'unasked',
  'unresolved',
  'auditsWrong',
] as const
console.log(`seed ${seed}`)
console.log(['killed', 'round', ...counts, ''].join('\t'))
let red = 0
for (const fault of ['server', 'database', 'both'] as const satisfies readonly Fault[])
  for (let round = 1; round <= rounds; round += 1) {
    const verdict: Verdict = await campaign.round({ fault, kills: 4, random: chance })
    if (!holds(verdict)) red += 1
    const word = verdict.isVoid ? 'VOID' : holds(verdict) ? 'held' : 'RED'
    console.log([fault, round, ...counts.map((count) => verdict[count]), word].join('\t'))
  }
await campaign.close()
console.log(red === 0 ? 'every round held' : `${red} rounds did not hold`)
process.exit(red === 0 ? 0 : 1)
