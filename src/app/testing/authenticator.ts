import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size)
  if (size < 256) return Buffer.of((major << 5) | 24, size)
  return Buffer.of((major << 5) | 25, size >> 8, size & 255)
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, part]) => [cbor(key), cbor(part)])])
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url')

interface Asked {
  readonly challenge: string
}

/** An ES256 public key as COSE spells it. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

const attestationOf = (authData: Buffer): Buffer =>
  cbor(
    new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, Cbor>()],
      ['authData', authData],
    ]),
  )

/** An authenticator in software: what a phone or a key does with a passkey (ES256), and what a thief might try. */
export function openAuthenticator(origin = 'http://localhost', rpId = 'localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  const verified = { present: 1, verified: 4, made: 64 }
  const data = (flags: number): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE((counter += 1))
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count])
  }
  const client = (type: string, { challenge }: Asked, from = origin) =>
    base64url(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  const named = {
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
  }
  return {
    make(offer: Asked) {
      const authData = Buffer.concat([
        data(verified.present | verified.verified | verified.made),
        Buffer.alloc(16),
        Buffer.of(0, id.length),
        id,
        coseKey(publicKey),
      ])
      return {
        ...named,
        response: {
          clientDataJSON: client('webauthn.create', offer),
          attestationObject: base64url(attestationOf(authData)),
        },
      }
    },
    sign(question: Asked, how: { readonly from?: string; readonly unverified?: boolean } = {}) {
      const authenticatorData = data(how.unverified ? verified.present : verified.present | verified.verified)
      const clientDataJSON = client('webauthn.get', question, how.from)
      const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      return {
        ...named,
        response: {
          clientDataJSON,
          authenticatorData: base64url(authenticatorData),
          signature: base64url(createSign('SHA256').update(signed).sign(privateKey)),
        },
      }
    },
  }
}
