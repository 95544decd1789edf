/** Where to go on after signing in, within this tab: an invitation that was opened first, or the page one was at. */
interface Return {
  readonly path: string
  /** Whose place it was, where it was someone's: nobody else is led there. */
  readonly seatId: string | null
}

const held: { back: Return | undefined } = { back: undefined }

export const returnAfterSignIn = (path: string, seatId: string | null = null): void =>
  void (held.back = { path, seatId })

export function takeReturn(): Return | undefined {
  const { back } = held
  held.back = undefined
  return back
}
