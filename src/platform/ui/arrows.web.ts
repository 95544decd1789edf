import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * The browser's own arrows choose as they move. Where a choice is acted on at once, that would write down every answer
 * on the way to the one that is meant: there the arrows only move, and Space or Enter is the press.
 */
export function arrowsOnlyMove(event: KeyboardEvent<HTMLInputElement>): void {
  const group = event.currentTarget.closest('fieldset')
  const radios = [...(group?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
  const here = radios.indexOf(event.currentTarget)
  const step = steps[event.key]
  if (here < 0 || (step === undefined && event.key !== 'Enter')) return
  event.preventDefault()
  if (step === undefined) radios[here]?.click()
  else radios[(here + step + radios.length) % radios.length]?.focus()
}
