import type { output } from 'zod/v4/core'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import type { Authenticator } from './factor.contract.ts'
import { QrCode } from './QrCode.tsx'
import { en } from './words.way.en.ts'
import { es } from './words.way.es.ts'

const words = { en, es }

type Props = {
  authenticator: output<typeof Authenticator>
  code: string
  onCode: (code: string) => void
  error?: string | undefined
}

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The picture to scan, the same in letters, and the code that proves it worked. */
export function AuthenticatorField({ authenticator, code, onCode, error }: Props) {
  const own = useWords(words).app
  return (
    <section className="tl-app">
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <div className="tl-app-ways">
        <figure>
          <figcaption>{own.scan}</figcaption>
          <QrCode text={authenticator.address} label={own.picture} />
        </figure>
        <p>
          {own.type}
          <code translate="no">{inFours(authenticator.secret)}</code>
        </p>
      </div>
      <CodeField label={own.code} hint={own.codeHint} value={code} onChange={onCode} error={error} />
    </section>
  )
}
