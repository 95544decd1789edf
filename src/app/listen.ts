import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotRun, codeOf } from '../platform/cannot-run.ts'
import type { House } from './house.ts'

interface Place {
  readonly host: string
  readonly port: number
}

/** Asked before the long work of a first start, not after it. */
export async function demandFree({ host, port }: Place) {
  const trial = createServer().listen({ host, port })
  try {
    await once(trial, 'listening')
  } catch (cause) {
    throw inWords(cause, port)
  }
  trial.close()
  await once(trial, 'close')
}

/** Answers the port it listens on; a house that cannot listen is closed again. */
export async function listen(house: House, { host, port }: Place): Promise<number> {
  try {
    await house.app.listen({ host, port })
  } catch (cause) {
    await house.stop()
    throw inWords(cause, port)
  }
  const address = house.app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

function inWords(cause: unknown, port: number): unknown {
  if (codeOf(cause) === 'EADDRINUSE')
    return new CannotRun('port-taken', `Port ${port} is in use. Choose another with --port.`, cause)
  if (codeOf(cause) === 'EACCES')
    return new CannotRun(
      'port-taken',
      `This user may not use port ${port}. Choose one from 1024 up with --port.`,
      cause,
    )
  if (codeOf(cause) === 'ENOTFOUND' || codeOf(cause) === 'EADDRNOTAVAIL')
    return new CannotRun(
      'no-such-host',
      'This machine has no address of that name. Choose another with --host.',
      cause,
    )
  return cause
}
