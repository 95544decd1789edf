import { useState } from 'react'

/** What is typed or placed for an answer. Where the question is left out after all, it is not typed any more, and is not kept again. */
export function useTyped<Typed>(first: Typed, { blank, isLeft }: { blank: Typed; isLeft: boolean }) {
  const [typed, type] = useState(first)
  const [wasLeft, leave] = useState(isLeft)
  if (wasLeft !== isLeft) {
    leave(isLeft)
    if (isLeft) type(blank)
  }
  return [typed, type] as const
}
