import { useParams } from 'wouter'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './consent.css'
import { SignedText } from './SignedText.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Exactly what was signed, in the language it was signed in; it prints. */
export function SignedPage() {
  const { me } = useHere()
  const { signatureId = '' } = useParams()
  const { signed } = useWords(words)
  return (
    <ClientFrame current="today">
      <div className="tl-consent">
        <div className="tl-row tl-noprint">
          <LinkButton kind="link" href="/me/agreement" icon={<Icon name="back" />}>
            {signed.back}
          </LinkButton>
          <Button size="small" icon={<Icon name="print" />} onPress={() => window.print()}>
            {signed.print}
          </Button>
        </div>
        {me.personId && <SignedText personId={me.personId} signatureId={signatureId} />}
      </div>
    </ClientFrame>
  )
}
