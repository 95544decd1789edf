/** A piece of a letter as it is shown: words, or a way into this house. */
export type Piece = { readonly words: string } | { readonly href: string }

const address = /https?:\/\/[^\s<>"']+/g

/**
 * Cuts a letter at its links. Only an address of this very house becomes one, whole, so that no path can
 * be read as another place: whatever else a letter holds is words, and stays words.
 */
export function piecesOf(body: string, origin: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of body.matchAll(address)) {
    if (!found.startsWith(`${origin}/`)) continue
    if (index > from) pieces.push({ words: body.slice(from, index) })
    pieces.push({ href: found })
    from = index + found.length
  }
  if (from < body.length) pieces.push({ words: body.slice(from) })
  return pieces
}
