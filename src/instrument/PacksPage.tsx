import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './pack.css'
import { readPacks } from './pack.contract.ts'
import { PackItem } from './PackItem.tsx'
import { en } from './words.pack.en.ts'
import { es } from './words.pack.es.ts'

const words = { en, es }

/** Wording of others that is off until the practice accepts its condition. */
export function PacksPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readPacks, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-packs">
        <h1>{said.page}</h1>
        <p className="tl-lead">{said.lead}</p>
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data?.packs.length === 0 && <p>{said.none}</p>}
        {data?.packs.map((pack) => (
          <PackItem key={pack.instrumentId} pack={pack} />
        ))}
      </div>
    </StaffFrame>
  )
}
