import { faultIn } from '../brought/brought.ts'
import type { Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { PaperLanguage, PaperSaid, SignedAs } from './paper.ts'

/** A consent on paper while it is being copied: text as typed, and nothing filled in. */
export interface TypedPaper {
  readonly formName: string
  readonly formVersion: string
  readonly date: { readonly year: string; readonly month: string; readonly day: string }
  readonly signerName: string
  readonly signedAs: SignedAs | undefined
  readonly language: PaperLanguage | undefined
  readonly keptWhere: string
}

export const noPaper: TypedPaper = {
  formName: '',
  formVersion: '',
  date: { year: '', month: '', day: '' },
  signerName: '',
  signedAs: undefined,
  language: undefined,
  keptWhere: '',
}

export type PaperField = 'formName' | 'date' | 'signerName' | 'signedAs' | 'language' | 'keptWhere'
export type PaperFault = 'missing' | 'choose' | 'date' | 'ahead'
export type PaperFaults = Readonly<Partial<Record<PaperField, PaperFault>>>

type Now = { readonly careNow: Instant; readonly timeZone: string }

function dateFault(signedOn: string, { careNow, timeZone }: Now): PaperFaults {
  const fault = faultIn({ givenOn: signedOn, labelMg: null, labelSalt: null }, careNow, timeZone)
  return fault === null ? {} : { date: fault === 'ahead' ? 'ahead' : 'date' }
}

/** Reads what was typed; names every field that cannot be read. Only the version may be left empty: the paper may name none. */
export function readPaper(typed: TypedPaper, signedOn: string, now: Now): Outcome<PaperSaid, PaperFaults> {
  const { signedAs, language } = typed
  const written = (['formName', 'signerName', 'keptWhere'] as const).filter((key) => typed[key].trim() === '')
  const faults: PaperFaults = {
    ...Object.fromEntries(written.map((key) => [key, 'missing' as const])),
    ...dateFault(signedOn, now),
    ...(signedAs === undefined && { signedAs: 'choose' as const }),
    ...(language === undefined && { language: 'choose' as const }),
  }
  if (signedAs === undefined || language === undefined || Object.keys(faults).length > 0)
    return refuse(faults)
  return accept({
    formName: typed.formName.trim(),
    formVersion: typed.formVersion.trim() || null,
    signedOn,
    signerName: typed.signerName.trim(),
    signedAs,
    language,
    keptWhere: typed.keptWhere.trim(),
  })
}
