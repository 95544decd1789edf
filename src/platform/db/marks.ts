import { keyFor, markOf } from '../crypto/derive.ts'
import type { Db } from './db.ts'

/** Stands for a text, by a key that is derived for one purpose from the vault's. */
export type Mark = (purpose: string, text: string) => string

const marks = new WeakMap<Db, Mark>()

/** From here on what goes through this database can make and know seals. The key itself stays here. */
export function sealWith(db: Db, vaultKey: Buffer): void {
  const keys = new Map<string, Buffer>()
  marks.set(db, (purpose, text) => {
    const key = keys.get(purpose) ?? keyFor(vaultKey, purpose)
    keys.set(purpose, key)
    return markOf(key, text)
  })
}

/** Nobody can say of a signature that it is whole where there is no key: then nothing is said at all. */
export const markOfDb = (db: Db): Mark => marks.get(db) ?? withoutKey

const withoutKey: Mark = (purpose) => {
  throw new Error(`this database was opened without the vault's key: no seal for ${purpose}`)
}
