// The server to be killed, in a process of its own. Its source folder is given, so that a mutant can stand in for it.
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'

const { FAULTS_SOURCE, FAULTS_OWNER, FAULTS_APP, FAULTS_FOLDER, FAULTS_MIGRATE, FAULTS_NOW } = process.env
if (!FAULTS_SOURCE || !FAULTS_OWNER || !FAULTS_APP || !FAULTS_FOLDER)
  throw new Error('started by faults, not by hand')

const from = (path: string) => import(pathToFileURL(`${FAULTS_SOURCE}/${path}`).href)
const { openHouse } = (await from('src/app/house.ts')) as typeof import('../src/app/house.ts')
const { migrate } = (await from(
  'src/platform/db/migrate.ts',
)) as typeof import('../src/platform/db/migrate.ts')
if (FAULTS_MIGRATE) await migrate(FAULTS_OWNER)
const house = await openHouse({
  ownerUrl: FAULTS_OWNER,
  appUrl: FAULTS_APP,
  dataFolder: FAULTS_FOLDER,
  publicOrigin: () => 'http://localhost',
  smtpUrl: undefined,
  mailFrom: 'Throughline <no-reply@practice.example>',
  demo: false,
  // Where the people of a round were signed in by a clock that stands still.
  machineNow: () => (FAULTS_NOW ? Number(FAULTS_NOW) : Date.now()),
  report: () => {},
})
await house.app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (house.app.server.address() as AddressInfo).port })
