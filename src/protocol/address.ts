/**
 * What stands in the address bar for an edition, so that an open page names no medicine to whoever looks over a shoulder:
 * eight letters and digits that tell the editions of one practice apart (FNV-1a, 32 bits, run twice).
 */
export function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  const text = `${id}/${version}`
  return [hashed(text, 0x811c9dc5), hashed(text, 0x01000193)]
    .map((part) => part.toString(36).padStart(7, '0').slice(-4))
    .join('')
}

function hashed(text: string, from: number): number {
  let hash = from
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0
  return hash
}

export const addressOf = (edition: { readonly id: string; readonly version: string }): string =>
  `/app/protocols/${keyOf(edition)}`
