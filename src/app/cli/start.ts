import { flushCompileCache } from 'node:module'
import { faultLine } from '../report.ts'
import { dataOption, settings } from '../settings.ts'
import { start, type StartPlan } from '../start.ts'
import { type Asked, type CliCommand, Misused } from './command.ts'
import { step } from './steps.ts'
import { welcome } from './welcome.ts'
import { leaveAtOnceWhenToldAgain, toldToStop } from './stopping.ts'

export const startCommand: CliCommand = {
  takes: [],
  options: {
    port: { type: 'string', value: 'NUMBER', words: 'Where to listen (4600); 0 lets the system choose' },
    host: {
      type: 'string',
      value: 'NAME',
      words: 'Which of this machine’s addresses to listen on (127.0.0.1)',
    },
    'public-origin': {
      type: 'string',
      value: 'URL',
      words: 'What browsers call this server, such as https://care.example (http://localhost and the port)',
    },
    empty: { type: 'boolean', words: 'Begin a practice of your own: no demo, and a page to set it up' },
    data: dataOption,
  },
  about: `
Starts the embedded database (or uses DATABASE_URL, PostgreSQL 17 or newer), brings it up to date, fills it with an
invented demo practice the first time unless --empty is given, and answers requests until it is told to stop:
Ctrl-C, SIGTERM or SIGHUP let what has begun finish and stop everything.
After a crash or a kill the next start recovers by itself. GET /healthz answers 200 when it is ready.

Passkeys and links in mail depend on --public-origin. Where other machines are to reach this one, put a server that
speaks TLS in front of it and give the address that people type. Mail leaves by SMTP_URL, from MAIL_FROM.`,
  async run(asked) {
    const told = toldToStop()
    const running = await start(planFrom(asked))
    flushCompileCache()
    process.stdout.write(welcome(running))
    const fault = await told
    void leaveAtOnceWhenToldAgain()
    await running.stop()
    if (fault) throw fault
    return { exit: 0 }
  },
}

const planFrom = (asked: Asked): StartPlan => ({
  ...settings(asked.option('data')),
  port: portFrom(asked),
  host: asked.option('host') ?? '127.0.0.1',
  empty: asked.flag('empty'),
  publicOrigin: originFrom(asked),
  step,
  log: (words) => asked.tell(`  ${words}`),
  report: (error, requestId) => asked.tell(faultLine(error, requestId)),
})

function portFrom(asked: Asked): number {
  const port = Number(asked.option('port') ?? 4600)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Misused('--port takes a number from 0 to 65535.')
}

function originFrom(asked: Asked): string | undefined {
  const given = asked.option('public-origin')
  if (given === undefined) return undefined
  const url = URL.parse(given)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin
  throw new Misused('--public-origin takes an address without a path, such as https://care.example')
}
