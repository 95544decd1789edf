import { type Asked, Misused } from './command.ts'

/** What --public-origin says; nothing when it was not given. */
export function originFrom(asked: Asked): string | undefined {
  const given = asked.option('public-origin')
  if (given === undefined) return undefined
  const url = URL.parse(given)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new Misused('--public-origin takes an address without a path, such as https://care.example')
  if (url.protocol === 'http:' && !isOwnMachine(url.hostname))
    throw new Misused(
      `${url.origin} is without TLS: there, browsers keep no sign-in and make no passkeys, so nobody could work. Put a server ` +
        'that speaks TLS in front and give its https address (docs/TLS.md).',
    )
  return url.origin
}

/** What browsers trust without TLS: this machine alone. */
const isOwnMachine = (host: string): boolean =>
  /^(localhost|[^.]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
