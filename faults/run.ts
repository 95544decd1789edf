// `npm run faults -- --help`
import { openCampaign, type Campaign } from './campaign.ts'
import { seeded } from './chance.ts'
import { holds, type Verdict } from './checker.ts'
import { controls } from './controls.ts'
import { whyNoDisk } from './disk.ts'
import { gatesHold, openGateCampaign } from './gates.ts'
import { optionsIn, type Options } from './options.ts'
import { faults, wordsOf, type Fault } from './strike.ts'
import { head, row, sum } from './table.ts'

const kills = 4
const racesARound = 60

function asked(): Options {
  try {
    const options = optionsIn(process.argv.slice(2), Date.now())
    if (typeof options !== 'string') return options
    console.log(options)
    process.exit(options.startsWith('npm run') ? 0 : 2)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exit(2)
  }
}

const options = asked()
const chance = seeded(options.seed)
const until = performance.now() + options.minutes * 60_000
const mayBegin = () => performance.now() < until
const seedOfRound = () => Math.floor(chance() * 2 ** 31)
let red = 0
let tried = 0

console.log(`seed ${options.seed}, ${options.rounds} rounds of each`)
console.log(head())
await kill()
if (options.only.includes('gates')) await closeGates()
if (options.only.includes('controls')) await takeProtectionsAway()
if (tried === 0) console.log('Nothing was tried, and that proves nothing.')
else
  console.log(red === 0 ? `All ${tried} ended as they must.` : `${red} of ${tried} did not end as they must.`)
process.exit(red === 0 && tried > 0 ? 0 : 1)

/** The kinds in turn, round by round, so that time that runs out takes from each alike. */
async function kill(): Promise<void> {
  const kinds = faults.filter((fault) => options.only.includes(fault) && canBeTried(fault))
  const opened = new Map<boolean, Campaign>()
  const all = new Map<Fault, Verdict[]>()
  for (let round = 1; round <= options.rounds; round += 1)
    for (const fault of kinds) {
      const seed = seedOfRound()
      if (!mayBegin()) continue
      const onDisk = fault === 'power'
      const campaign = opened.get(onDisk) ?? (await openCampaign({ onDisk }))
      opened.set(onDisk, campaign)
      const verdict = await campaign.round({ fault, kills, seed })
      all.set(fault, [...(all.get(fault) ?? []), verdict])
      tried += 1
      if (!holds(verdict)) red += 1
      console.log(row({ name: wordsOf[fault], seed, verdict, word: wordFor(verdict, holds(verdict)) }))
    }
  for (const campaign of opened.values()) await campaign.close()
  if (options.rounds > 1) sums(all)
}

function wordFor({ isVoid }: { isVoid: boolean }, held: boolean): string {
  if (isVoid) return 'VOID'
  return held ? 'held' : 'RED'
}

function canBeTried(fault: Fault): boolean {
  const whyNot = fault === 'power' ? whyNoDisk() : undefined
  if (whyNot) console.log(`${wordsOf[fault]}: not tried, because ${whyNot}`)
  return !whyNot
}

function sums(all: ReadonlyMap<Fault, readonly Verdict[]>): void {
  console.log('')
  for (const [fault, verdicts] of all) {
    const verdict = sum(verdicts)
    const name = `${verdicts.length} × ${wordsOf[fault]}`
    if (verdict)
      console.log(row({ name, seed: options.seed, verdict, word: `${verdicts.length * kills} kills` }))
  }
}

async function closeGates(): Promise<void> {
  const campaign = await openGateCampaign()
  for (let round = 1; round <= options.rounds && mayBegin(); round += 1) {
    const seed = seedOfRound()
    const verdict = await campaign.round({ sessions: racesARound, seed })
    tried += 1
    if (!gatesHold(verdict)) red += 1
    const word = wordFor(verdict, gatesHold(verdict))
    console.log(row({ name: 'gates closed under release, two servers', seed, verdict, word }))
  }
  await campaign.close()
}

async function takeProtectionsAway(): Promise<void> {
  for (const { name, whyNot, run } of controls) {
    const reason = whyNot?.()
    if (reason) {
      console.log(`control, ${name}: not tried, because ${reason}`)
      continue
    }
    if (!mayBegin()) continue
    const seed = seedOfRound()
    const { verdict, turnedRed } = await run(seed)
    tried += 1
    if (!turnedRed) red += 1
    const word = turnedRed ? 'red, as it must be' : 'STAYED GREEN'
    console.log(row({ name: `control: ${name}`, seed, verdict, word }))
  }
}
