import { Refusal } from '../access/Refusal.tsx'
import '../brought/brought.css'
import { whenWords } from '../intake/WhenText.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { readPapers, type Paper } from './paper.contract.ts'
import { formWords } from './paperForm.web.ts'
import { useEndingPaper } from './useEndingPaper.web.ts'
import { en } from './words.paperOwn.en.ts'
import { es } from './words.paperOwn.es.ts'

const words = { en, es }

type Props = { personId: string; isSignedHere: boolean }

/** What the team noted from a paper: whose eyes have seen it, and one press to end it. */
export function OwnPapers({ personId, isSignedHere }: Props) {
  const own = useWords(words)
  const { data, error } = useAsk(readPapers, { personId })
  if (error) return <Refusal refused={error} />
  if (!data || data.papers.length === 0) return null
  return (
    <section className="tl-brought tl-stack">
      <h2>{own.title}</h2>
      <p>{isSignedHere ? own.replaced : own.lead}</p>
      <ul>
        {data.papers.map((paper) => (
          <One key={paper.id} {...{ paper, personId, isSignedHere }} />
        ))}
      </ul>
    </section>
  )
}

function One({ paper, personId, isSignedHere }: Props & { paper: Paper }) {
  const own = useWords(words)
  const place = usePlace()
  const values = {
    first: paper.first.name,
    second: paper.second?.name ?? '',
    day: formatDate(paper.at, place, 'date'),
    reason: paper.reason ?? '',
  }
  const signed = { when: whenWords(paper.signedOn, place), name: paper.signerName }
  return (
    <li>
      <p>
        <strong>{formWords(paper, own)}</strong> <span className="tl-brought-mark">{own.mark}</span>
      </p>
      <p>{fill(own.signed, signed)}</p>
      <p>{fill(own.states[paper.state], values)}</p>
      <p className="tl-quiet-words">{fill(own.kept, { where: paper.keptWhere })}</p>
      {!['withdrawn', 'not-so', 'mistake'].includes(paper.state) && (
        <End {...{ paper, personId, isSignedHere }} />
      )}
    </li>
  )
}

function End({ paper, personId, isSignedHere }: Props & { paper: Paper }) {
  const own = useWords(words)
  const { end, busy, error } = useEndingPaper({ personId, paperId: paper.id })
  const form = paper.formName
  return (
    <>
      <p>
        {own.endWords} {isSignedHere && own.withIt}
      </p>
      <Refusal refused={error} />
      <div className="tl-row">
        <Button
          size="small"
          busy={busy}
          label={fill(own.takeBackOf, { form })}
          onPress={() => end('withdrawn')}
        >
          {own.takeBack}
        </Button>
        <Button size="small" busy={busy} label={fill(own.notSoOf, { form })} onPress={() => end('not-so')}>
          {own.notSo}
        </Button>
      </div>
    </>
  )
}
