import { flushCompileCache } from 'node:module'
import { faultLine } from '../report.ts'
import { proxiesIn } from '../proxies.ts'
import { dataOption, settings } from '../settings.ts'
import { start, type StartPlan } from '../start.ts'
import { type Asked, type CliCommand, Misused } from './command.ts'
import { originFrom } from './origin.ts'
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
    'trust-proxy': {
      type: 'string',
      value: 'LIST',
      words:
        'The addresses or networks of the proxies in front, commas between; nobody else is believed about where a request came from (or THROUGHLINE_TRUST_PROXY)',
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
speaks TLS in front of it, give the address that people type, and name that server with --trust-proxy: otherwise everyone
seems to come from it, and one person's wrong passwords slow down all. Mail leaves by SMTP_URL, from MAIL_FROM.`,
  async run(asked) {
    const told = toldToStop()
    const plan = planFrom(asked)
    hintAt(plan, asked)
    const running = await start(plan)
    flushCompileCache()
    if (!running.mailLeaves) asked.tell(noMail)
    process.stdout.write(welcome(running))
    const fault = await told
    void leaveAtOnceWhenToldAgain()
    await running.stop()
    if (fault) throw fault
    return { exit: 0 }
  },
}

function planFrom(asked: Asked): StartPlan {
  const chosen = settings(asked.option('data'))
  return {
    ...chosen,
    trustProxy: proxiesIn(asked.option('trust-proxy') ?? chosen.trustProxy),
    port: portFrom(asked),
    host: asked.option('host') ?? '127.0.0.1',
    empty: asked.flag('empty'),
    publicOrigin: originFrom(asked),
    step,
    log: (words) => asked.tell(`  ${words}`),
    report: (error, requestId) => asked.tell(faultLine(error, requestId)),
  }
}

/** This server speaks no TLS, so where people type https there is a proxy, and it should be known. */
function hintAt({ publicOrigin, trustProxy }: StartPlan, asked: Asked): void {
  if (!publicOrigin?.startsWith('https:') || trustProxy.length > 0) return
  asked.tell(
    '  No proxy is named (--trust-proxy): everyone who comes through the one before this server seems to come from its\n' +
      '  address, so that the wrong passwords of one person slow down all.',
  )
}

const noMail =
  '  No mail leaves this server (SMTP_URL is not set): whoever invites someone gets the link to give by hand, nobody is\n' +
  '  called by mail, and a forgotten password cannot be renewed by its owner.'

function portFrom(asked: Asked): number {
  const port = Number(asked.option('port') ?? 4600)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Misused('--port takes a number from 0 to 65535.')
}
