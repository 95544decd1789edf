import { useMemo } from 'react'
import { encode } from 'uqr'

/** A picture for a phone to read. Always dark on light, with its quiet border: cameras want it so, in low light too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const source = useMemo(() => drawn(text), [text])
  return <img className="tl-qr" src={source} alt={label} />
}

function drawn(text: string): string {
  const { data, size } = encode(text, { border: 4, ecc: 'L' })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const picture = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="white"/>`,
    `<path d="${squares.join('')}" fill="black"/></svg>`,
  ]
  return `data:image/svg+xml,${encodeURIComponent(picture.join(''))}`
}
