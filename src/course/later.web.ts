import { useState } from 'react'

const key = 'tl-later'

function kept(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

/** "Not now, ask me tomorrow": remembered on this device alone, for this day alone. No one else is told. */
export function useLater(today: string): {
  isLater: (thing: string) => boolean
  later: (thing: string) => void
} {
  const [put, setPut] = useState(kept)
  return {
    isLater: (thing) => put[thing] === today,
    later(thing) {
      const others = Object.entries(kept()).filter(([, day]) => day === today)
      const next = Object.fromEntries([...others, [thing, today]])
      setPut(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Put aside for now, asked again on the next visit.
      }
    },
  }
}
