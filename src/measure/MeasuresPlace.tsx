import { PersonFrame } from '../course/PersonFrame.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

export function MeasuresPlace({ params: { personId } }: Props) {
  const { page } = useWords(words)
  return (
    <PersonFrame personId={personId} current="measures">
      {() => (
        <>
          <h1 className="tl-sr">{page}</h1>
          <MeasurePanel personId={personId} />
        </>
      )}
    </PersonFrame>
  )
}
