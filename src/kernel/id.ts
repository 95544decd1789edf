/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance, so that keys grow with time and an
 * index stays narrow. `chance` is 16 random bytes.
 */
export function idFrom(now: number, chance: Uint8Array): string {
  const bytes = chance.slice(0, 16)
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** When it was made, by the clock of whoever made it; null where it does not say. */
export const madeAt = (id: string): number | null =>
  isId(id) && id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isId = (text: unknown): text is string => typeof text === 'string' && shape.test(text)
