import { useState } from 'react'

export interface AskingLook {
  readonly pace: 'one' | 'list'
  readonly letters: 'usual' | 'large'
}

const key = 'tl-asking-look'
const usual: AskingLook = { pace: 'one', letters: 'usual' }

/** Remembered on the device, not on the person: it says nothing about anyone. */
export function useAskingLook(): [AskingLook, (look: AskingLook) => void] {
  const [look, setLook] = useState(remembered)
  return [
    look,
    (next) => {
      setLook(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // A device that forgets is a smaller harm than a form that fails.
      }
    },
  ]
}

function remembered(): AskingLook {
  try {
    const { pace, letters } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<AskingLook>
    return { pace: pace === 'list' ? 'list' : 'one', letters: letters === 'large' ? 'large' : 'usual' }
  } catch {
    return usual
  }
}
