import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readMarks } from './mark.contract.ts'
import { MarkItem } from './MarkItem.tsx'
import './pack.css'
import { en } from './words.mark.en.ts'
import { es } from './words.mark.es.ts'

const words = { en, es }

/** Marks that the sources leave open: chosen once, with where they stand, for what is answered from then on. */
export function MarksPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readMarks, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-packs">
        <h1>{said.page}</h1>
        <p className="tl-lead">{said.lead}</p>
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data?.marks.map((mark) => (
          <MarkItem key={mark.instrumentId} mark={mark} />
        ))}
      </div>
    </StaffFrame>
  )
}
