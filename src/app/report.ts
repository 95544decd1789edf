import { basename } from 'node:path'
import { codeOf } from '../platform/cannot-run.ts'
import { JobFailed } from '../platform/jobs/jobs.ts'

/**
 * One line for a fault that nobody was meant to see. An error's message can carry what someone wrote (a value that
 * was in the way, an address), so only its name, its code and the place in our own code are told.
 */
export function faultLine(error: unknown, requestId?: string): string {
  if (error instanceof JobFailed) return `${faultLine(error.cause)} in job ${error.job}`
  const name = error instanceof Error ? error.name : typeof error
  const code = codeOf(error)
  const place = placeOf(error)
  return ['fault', name, code, requestId && `request ${requestId}`, place && `at ${place}`]
    .filter(Boolean)
    .join(' ')
}

function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const ours = stack
    .split('\n')
    .filter((line) => line.startsWith('    at ') && !/node_modules|node:/.test(line))
  const [, path, line] = /([^(\s]+):(\d+):\d+\)?$/.exec(ours[0] ?? '') ?? []
  return path && `${basename(path)}:${line}`
}
