import { openDatabase } from '../postgres/open.ts'

/** A process that keeps a database open until it is told to stop, for tests that kill it. */
const database = await openDatabase({
  dataFolder: process.argv[2] ?? '',
  log: (words) => console.error(words),
})
process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
console.log(database.ownerUrl)
