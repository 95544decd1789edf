import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { $ZodType } from 'zod/v4/core'
import type { Endpoint } from '../../platform/http/endpoint.ts'

export type AnyEndpoint = Endpoint<$ZodType, $ZodType>

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'input' in value

/** Everything a browser can ask, as the contracts state it. */
export async function endpoints(): Promise<readonly AnyEndpoint[]> {
  const modules: object[] = await Promise.all(
    globSync('src/**/*.contract.ts').map((file) => import(resolve(file))),
  )
  const found = modules.flatMap((module) => Object.values(module)).filter(isEndpoint)
  return [...new Map(found.map((one) => [`${one.method} ${one.path}`, one])).values()]
}
