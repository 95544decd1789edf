import type { ReactNode } from 'react'
import { TongueProvider, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { Instrument } from './instrument.ts'
import { isWorded } from './ownWords.ts'
import type { Language } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  /** What the form was begun in, and stays in. */
  begunIn: Language
  onAnew: (language: Language) => void
}

/** In another language it is another instrument: the form goes on as it was begun, says so, and may be begun anew. */
export function BegunIn({ children, ...form }: Props & { children: ReactNode }) {
  return (
    <>
      <OtherTongue {...form} />
      <TongueProvider language={form.begunIn}>{children}</TongueProvider>
    </>
  )
}

function OtherTongue({ instrument, begunIn, onAnew }: Props) {
  const { tongue } = useWords(words)
  const language = useLanguage()
  if (language === begunIn) return null
  return (
    <Notice title={tongue.title}>
      <p>{tongue.stays}</p>
      {isWorded(instrument, language) && (
        <>
          <p>{tongue.kept}</p>
          <Button size="small" onPress={() => onAnew(language)}>
            {tongue.anew}
          </Button>
        </>
      )}
    </Notice>
  )
}
