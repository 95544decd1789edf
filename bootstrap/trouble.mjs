/** Something a person can put right. Its message is the whole of what they are shown. */
export class Trouble extends Error {}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/

const known = [
  [
    unreachable,
    () =>
      'The package registry cannot be reached. Check the network (or the proxy in npm’s settings) and run this again; what has been fetched is kept.',
  ],
  [
    /\bEINTEGRITY\b/,
    () =>
      'A package that came is not the one the lock file names, so nothing was installed. Try again; if it stays so, do not trust the registry you use.',
  ],
  [/\bENOSPC\b/, () => 'The disk is full. About 1 GB is needed.'],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    (folder) =>
      `${who()} may not write to ${folder}. Use a folder of your own, or give this one to that user.`,
  ],
  [
    /\bEUSAGE\b|package-lock\.json.*not in sync/,
    () => 'package.json and package-lock.json do not agree. Run npm install and commit both.',
  ],
]

/** What npm said, as one sentence where we know what to do about it, and otherwise its own last lines. */
export function npmTrouble(output, folder) {
  const [, sentence] = known.find(([pattern]) => pattern.test(output)) ?? []
  if (sentence) return new Trouble(sentence(folder))
  const lines = output.trim().split('\n').slice(-12).join('\n')
  return new Trouble(`npm could not fetch what this needs. It said:\n${lines}`)
}

/** npm says nothing when what is optional does not come, and what fits only some systems is optional. */
export const notFetched = (what) =>
  new Trouble(`${what} could not be fetched from the package registry. Check the network and run this again.`)

const who = () => (process.getuid?.() === 0 ? 'Even root' : 'This user')

export function say(trouble) {
  const words = trouble instanceof Trouble ? trouble.message : (trouble?.stack ?? String(trouble))
  process.stderr.write(`\n${words}\n`)
  process.exitCode = 1
}
