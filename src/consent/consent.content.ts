import en from '../../content/consent/kap-consent.en.json' with { type: 'json' }
import es from '../../content/consent/kap-consent.es.json' with { type: 'json' }
import type { ConsentDocument } from './document.ts'

/** The document that is signed now, in each language. What was signed before is kept with its signature. */
export const currentConsent: Readonly<Record<'en' | 'es', ConsentDocument>> = {
  en: en as unknown as ConsentDocument,
  es: es as unknown as ConsentDocument,
}
