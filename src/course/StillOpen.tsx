import { Refusal } from '../access/Refusal.tsx'
import { readAgainst, type Against } from '../journey/against.contract.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import type { Chart } from './chart.contract.ts'
import { chartAddress } from './chartPlaces.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = {
  open: NonNullable<Chart['openGates']>
  personId: string
  /** Whether the reader may open the page on which a rule is cleared. */
  toDecision: boolean
}
/** What only the code can find, or the whole of it, besides the gates that the database names. */
const foundHere = ['medicines', 'pregnancy', 'standing'] as const
type Gate = keyof (typeof en)['next']['gates']

/** What the next journey waits for, and what speaks against it. That nothing is open is said once both have answered. */
export function StillOpen({ open: { sessionId, gates }, personId, toDecision }: Props) {
  const { next: said } = useWords(words)
  const { data, error } = useAsk(readAgainst, { sessionId })
  const waits = [...new Set([...gates, ...foundHere.filter((gate) => data?.[gate])])]
  return (
    <>
      {waits.length > 0 && (
        <p>
          {said.waits} {waits.map((gate) => said.gates[gate as Gate] ?? gate).join(', ')}
        </p>
      )}
      {data ? (
        <Told
          rules={data.rules}
          waits={waits}
          href={toDecision ? chartAddress(personId, 'decision') : null}
        />
      ) : (
        <NotYet error={error} />
      )}
    </>
  )
}

function NotYet({ error }: { error: Parameters<typeof Refusal>[0]['refused'] }) {
  const { next: said } = useWords(words)
  return error ? <Refusal refused={error} /> : <Loading>{said.looking}</Loading>
}

type ToldProps = { rules: Against['rules']; waits: readonly string[]; href: string | null }

function Told({ rules, waits, href }: ToldProps) {
  const { next: said } = useWords(words)
  if (rules.length > 0) return <Rules rules={rules} href={href} />
  return waits.length === 0 ? <p>{said.allMet}</p> : null
}

const most = 3

/** By name, each with the way to where it is cleared. What nobody knows holds as well, and is told apart from what was found. */
function Rules({ rules, href }: { rules: Against['rules']; href: string | null }) {
  const { next: said } = useWords(words)
  const { language } = usePlace()
  const more = rules.length - most
  const isFound = rules.some(({ present }) => present)
  return (
    <>
      <p>{isFound ? said.against : said.toAsk}</p>
      <ul className="tl-against">
        {rules.slice(0, most).map(({ rule, title, present }) => (
          <li key={rule}>
            {href ? <a href={href}>{title[language]}</a> : title[language]}{' '}
            {isFound && <span className="tl-quiet-words">{present ? said.found : said.notKnown}</span>}
          </li>
        ))}
        {more > 0 && <li>{plural(language, more, said.moreAgainst)}</li>}
      </ul>
    </>
  )
}
