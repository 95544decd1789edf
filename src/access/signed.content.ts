import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { clinicalSeal, isWhole, sealedText, type Sealable, type Spelled, type Stored } from './signed.ts'

const hashOf = (text: string): string => digest(text).toString('hex')

export const sealIn = (tx: PracticeTx, signature: Sealable): string =>
  tx.mark(clinicalSeal, sealedText(signature))

export const isWholeIn = (tx: PracticeTx, signature: Stored, spelled: Spelled): boolean =>
  isWhole(signature, spelled, { hashOf, mark: tx.mark })
