import { firstSealed } from '../access/credential.queries.ts'
import { CannotRun } from '../platform/cannot-run.ts'
import { keyFor, markOf } from '../platform/crypto/derive.ts'
import { keptKeyIn, vaultKeyIn } from '../platform/crypto/key.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import { openDb } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { keepMark, markHere } from '../platform/db/house-mark.ts'

interface Place {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly dataFolder: string
}

/**
 * The vault's key of this data folder, which must be the one that the database was sealed with: with another, one-time
 * codes and psychotherapy notes would not open, and what is sealed from now on would open for nobody else. Made here only
 * for a database in which nothing was ever sealed.
 */
export async function heldVaultKey(place: Place): Promise<Buffer> {
  const { ownerUrl, dataFolder } = place
  const mark = await markHere(ownerUrl, 'vault-key')
  const sealed = mark === undefined ? await sealedIn(place) : undefined
  const isFirst = mark === undefined && sealed === undefined
  const key = isFirst ? await vaultKeyIn(dataFolder) : await keptKeyIn(dataFolder)
  if (!key) throw missing(dataFolder)
  if (sealed && !opens(key, sealed)) throw another(dataFolder)
  const own = markOf(keyFor(key, 'which vault key a database belongs to'), 'throughline')
  if ((mark ?? (await keepMark(ownerUrl, 'vault-key', own))) !== own) throw another(dataFolder)
  return key
}

type Sealed = NonNullable<Awaited<ReturnType<typeof firstSealed>>>

/** From before databases kept a mark: what was sealed must open. */
async function sealedIn({ appUrl }: Place): Promise<Sealed | undefined> {
  const db = openDb(appUrl, 1)
  try {
    return await inPractice(db, nobody, firstSealed)
  } finally {
    await db.destroy()
  }
}

function opens(key: Buffer, { secret, place }: Sealed): boolean {
  try {
    vaultOf(key).open(secret, place)
    return true
  } catch {
    return false
  }
}

const bringOver =
  'Copy vault.key from the data folder that this database was first used with (or from its backup) into this one, and start ' +
  'again. Without it one-time codes do not work and psychotherapy notes cannot be read. Nothing was changed.'

const missing = (dataFolder: string) =>
  new CannotRun(
    'vault-key-missing',
    `The secrets in this database are sealed with a key that is not in ${dataFolder}. ${bringOver}`,
  )

const another = (dataFolder: string) =>
  new CannotRun(
    'vault-key-another',
    `The secrets in this database are sealed with another key than the one in ${dataFolder}. ${bringOver}`,
  )
