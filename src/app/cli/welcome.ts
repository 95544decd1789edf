import type { SignIn } from '../furnish.ts'

interface Ready {
  readonly address: string
  readonly setUpCode: string | undefined
  readonly signIns: readonly SignIn[]
}

/** What is printed once the server answers: where it is and, in a demo, who one can be. */
export function welcome({ address, setUpCode, signIns }: Ready): string {
  const ready = `\nThroughline is ready at ${address}\n`
  if (setUpCode) return [ready, ...setUp(address, setUpCode)].join('\n')
  const [someone] = signIns
  if (!someone) return ready
  return [
    ready,
    'This is a demo: everyone in it is invented. Sign in as any of them at',
    `${address}/demo, where each has a button, or by hand:`,
    '',
    ...table(signIns),
    '',
    `  Their password is  ${someone.password}`,
    '  Those who work here also need a code, which the demo page shows.',
    '',
  ].join('\n')
}

const setUp = (address: string, code: string) => [
  'Nobody works here yet. Set the practice up, and its first administrator, at',
  `${address}/set-up with this code, which is good until the next start:`,
  '',
  `  ${code}`,
  '',
]

function table(signIns: readonly SignIn[]): string[] {
  const rows = signIns.map(({ name, roles, email }) => [name, roles.join(', '), email])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map(
    ([name = '', roles = '', email = '']) =>
      `  ${name.padEnd(width(0))}  ${roles.padEnd(width(1))}  ${email}`,
  )
}
