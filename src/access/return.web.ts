/** Where to go on after signing in, within this tab: an invitation that was opened first. */
const held: { path: string | undefined } = { path: undefined }

export const returnAfterSignIn = (path: string): void => void (held.path = path)

export function takeReturn(): string | undefined {
  const { path } = held
  held.path = undefined
  return path
}
