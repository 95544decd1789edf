import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './intake.css'
import { en } from './words.nothing.en.ts'
import { es } from './words.nothing.es.ts'

const words = { en, es }

const asks = ['medicines', 'allergies', 'body', 'mind', 'substances', 'pregnancy', 'tried'] as const

type Props = {
  personId: string
  /** Whether the reader may open the questions, and is not there already. */
  toQuestions: boolean
}

/** Nobody has told us anything: said as it is, with what to ask, and where it is written down. */
export function NothingOnFile({ personId, toQuestions }: Props) {
  const said = useWords(words)
  const { can } = useHere()
  return (
    <Notice title={said.title} state="waiting">
      <div className="tl-stack">
        <p>{said.lead}</p>
        <p>{said.ask}</p>
        <ul className="tl-asks">
          {asks.map((one) => (
            <li key={one}>{said.asks[one]}</li>
          ))}
        </ul>
        <p>{said.where}</p>
        {toQuestions && <a href={`/app/people/${personId}/decision`}>{said.decision}</a>}
        <p>
          {said.fileWords} {can.includes('referral.import') && <a href="/app/referrals">{said.file}</a>}
        </p>
      </div>
    </Notice>
  )
}
