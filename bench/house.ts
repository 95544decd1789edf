// The server under the stopwatch, in a process of its own. Started by run.ts with its plan in the environment; answers
// "usage" with what it has used, and ends on "stop".
import { Session } from 'node:inspector/promises'
import type { AddressInfo } from 'node:net'
import { openHouse } from '../src/app/house.ts'

const { BENCH_OWNER, BENCH_APP, BENCH_FOLDER } = process.env
if (!BENCH_OWNER || !BENCH_APP || !BENCH_FOLDER) throw new Error('started by bench/run.ts, not by hand')

const began = performance.now()
const house = await openHouse({
  ownerUrl: BENCH_OWNER,
  appUrl: BENCH_APP,
  dataFolder: BENCH_FOLDER,
  publicOrigin: () => 'http://localhost',
  smtpUrl: undefined,
  mailFrom: 'Throughline <no-reply@practice.example>',
  demo: false,
  machineNow: () => Date.now(),
  report: (error) => console.error(error),
})
await house.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.app.server.address() as AddressInfo
process.send?.({ port, readyMs: performance.now() - began })

// Whoever started it is gone.
process.on('disconnect', () => process.exit(1))

const inspector = new Session()

process.on('message', async (asked) => {
  if (asked === 'profile') {
    inspector.connect()
    await inspector.post('Profiler.enable')
    await inspector.post('Profiler.start')
    process.send?.('profiling')
  }
  if (asked === 'profiled') {
    process.send?.(await inspector.post('Profiler.stop'))
    inspector.disconnect()
  }
  if (asked === 'usage')
    process.send?.({ cpu: process.cpuUsage(), rssMb: process.memoryUsage.rss() / 2 ** 20 })
  if (asked !== 'stop') return
  await house.stop()
  process.exit(0)
})
