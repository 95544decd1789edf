const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

export const recoveryCodeCount = 10
/** 80 bits: no need to slow down whoever reads the hashes. */
export const recoveryCodeBytes = 10

/** XXXX-XXXX-XXXX-XXXX, without letters that look like digits. `chance` is ten random bytes. */
export function recoveryCodeFrom(chance: Uint8Array): string {
  let bits = 0n
  for (const byte of chance.subarray(0, recoveryCodeBytes)) bits = (bits << 8n) | BigInt(byte)
  const letters = Array.from(
    { length: 16 },
    (_, place) => alphabet[Number((bits >> BigInt(75 - 5 * place)) & 31n)],
  )
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

/** As typed, with what hands and eyes confuse put right. */
export const recoveryCodeTyped = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
