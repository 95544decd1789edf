import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keeps small secrets at rest. `about` binds a sealed value to its place: moved elsewhere, it does not open. */
export interface Vault {
  readonly seal: (secret: Buffer, about: string) => Buffer
  /** Throws when the value was altered, moved, or sealed with another key. */
  readonly open: (sealed: Buffer, about: string) => Buffer
}

const version = 1
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: version, nonce, tag, ciphertext. A fresh nonce each time; a practice seals far fewer than 2^32 values. */
export function vaultOf(key: Buffer): Vault {
  if (key.length !== 32) throw new Error('the vault key must be 32 bytes')
  return {
    seal(secret, about) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about))
      const closed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), closed])
    },
    open(sealed, about) {
      if (sealed[0] !== version) throw new Error('sealed by another version')
      const nonce = sealed.subarray(1, 1 + nonceBytes)
      const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
      const closed = sealed.subarray(1 + nonceBytes + tagBytes)
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      return Buffer.concat([decipher.update(closed), decipher.final()])
    },
  }
}
