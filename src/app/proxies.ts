import { BlockList, isIP } from 'node:net'
import { CannotRun } from '../platform/cannot-run.ts'

const longest = { 4: 32, 6: 128 } as const
/** The widest networks that are somebody's own: 10.0.0.0/8, and fc00::/7. */
const widest = { 4: 8, 6: 7 } as const
/** Before an IPv4 address that is written as an IPv6 one. */
const mapped = 96

/**
 * The proxies whose word for where a request came from is believed: addresses and networks, with commas between. Anything
 * that is neither is refused, and so is a network of everyone or of half the world: a forged line in a request would then be believed too.
 */
export function proxiesIn(said: string | undefined): string[] {
  if (said === undefined || said.trim() === '') return []
  const named = said.split(',').map((one) => one.trim())
  for (const one of named) if (!isPlace(one)) throw notAPlace(one)
  return named
}

function isPlace(said: string): boolean {
  const [address = '', bits, more] = said.split('/')
  const kind = isIP(address) === 4 ? 4 : 6
  if (isIP(address) === 0 || more !== undefined || address.includes('%')) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && isNarrow({ address, kind, bits: Number(bits) }))
}

interface Network {
  readonly address: string
  readonly kind: 4 | 6
  readonly bits: number
}

function isNarrow({ address, kind, bits }: Network): boolean {
  if (bits < widest[kind] || bits > longest[kind]) return false
  return kind === 4 || bits >= mapped + widest[4] || !holdsMapped(address, bits)
}

/** Whether it is, or holds, a network of IPv4 addresses. */
function holdsMapped(address: string, bits: number): boolean {
  const network = new BlockList()
  network.addSubnet(address, bits, 'ipv6')
  return new URL(`http://[${address}]`).hostname.startsWith('[::ffff:') || network.check('::ffff:0:0', 'ipv6')
}

const notAPlace = (said: string) =>
  new CannotRun(
    'not-a-proxy',
    `${said === '' ? 'Nothing' : said} is no address or network of a proxy. --trust-proxy (THROUGHLINE_TRUST_PROXY) takes ` +
      'addresses and networks with commas between, such as 127.0.0.1 or 10.0.0.0/8,fd00::/8.',
  )
