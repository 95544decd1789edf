import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Mail } from './mail.ts'

/** A mail server on this machine alone that delivers nothing: it hands each mail to `caught`. For the demo and tests. */
export async function startCatcher(
  caught: (mail: Mail) => Promise<void>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope }, done) => {
      simpleParser(stream)
        .then(({ subject = '', text = '' }) =>
          caught({ to: envelope.rcptTo.map(({ address }) => address).join(', '), subject, text }),
        )
        .then(() => done(), done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((stopped) => void server.close(() => stopped())),
  }
}
