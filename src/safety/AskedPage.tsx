import { PersonFrame } from '../course/PersonFrame.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { AskedPanel } from './AskedPanel.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

/** On a page of its own, for the hour before a dose and for any other. */
export function AskedPage({ params: { personId } }: Props) {
  const { asked } = useWords(words)
  return (
    <PersonFrame personId={personId} current="asked">
      {() => (
        <>
          <h1 className="tl-sr">{asked.page}</h1>
          <AskedPanel personId={personId} />
        </>
      )}
    </PersonFrame>
  )
}
