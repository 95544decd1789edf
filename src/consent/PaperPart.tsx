import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import '../brought/brought.css'
import { whenWords } from '../intake/WhenText.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { BringPaper } from './BringPaper.tsx'
import { readPapers, type Paper } from './paper.contract.ts'
import { formWords } from './paperForm.web.ts'
import { PaperHeard, PaperMistake } from './PaperEnd.tsx'
import { SecondPaper } from './SecondPaper.tsx'
import { en } from './words.paper.en.ts'
import { es } from './words.paper.es.ts'

const words = { en, es }

type Props = {
  personId: string
  /** What was signed here stands: it counts, and no paper does. */
  isSignedHere: boolean
}

/** Consents that were signed on paper before care began here, each labelled as that, and the way to bring in another. */
export function PaperPart({ personId, isSignedHere }: Props) {
  const said = useWords(words)
  const { data, error } = useAsk(readPapers, { personId })
  if (error) return <Refusal refused={error} />
  if (!data || (data.papers.length === 0 && !data.can.bring)) return null
  return (
    <section className="tl-brought tl-stack">
      <h3>{said.title}</h3>
      {data.papers.length > 0 && <p className="tl-quiet-words">{said.lead}</p>}
      {data.papers.length > 0 && (
        <ul>
          {data.papers.map((paper) => (
            <One key={paper.id} {...{ paper, personId, isSignedHere, can: data.can }} />
          ))}
        </ul>
      )}
      {data.can.bring && <BringPaper personId={personId} />}
    </section>
  )
}

const isOver = ({ state }: Paper) => ['withdrawn', 'not-so', 'mistake'].includes(state)

type OneProps = Props & { paper: Paper; can: { bring: boolean; withdraw: boolean } }

function One({ paper, personId, isSignedHere, can }: OneProps) {
  const said = useWords(words)
  return (
    <li>
      <p>
        <strong>{formWords(paper, said)}</strong> <span className="tl-brought-mark">{said.mark}</span>
      </p>
      <State paper={paper} />
      {isSignedHere && !isOver(paper) && <p>{said.replaced}</p>}
      <What paper={paper} />
      <Buttons {...{ paper, personId, can }} />
    </li>
  )
}

function State({ paper }: { paper: Paper }) {
  const said = useWords(words)
  const place = usePlace()
  const at = `${formatDate(paper.at, place, 'date')}, ${formatDate(paper.at, place, 'time')}`
  return (
    <p>
      {fill(said.states[paper.state], { at })}{' '}
      {paper.endedBy !== null && fill(said.by, { name: paper.endedBy })}{' '}
      {paper.reason !== null && fill(said.why, { reason: paper.reason })}
    </p>
  )
}

/** What the paper says, as it was copied, and who has seen it. */
function What({ paper }: { paper: Paper }) {
  const said = useWords(words)
  const place = usePlace()
  const { first, second } = paper
  const seen = (one: { name: string; at: number }) =>
    fill(said.seen, { name: one.name, at: formatDate(one.at, place, 'date') })
  return (
    <>
      <p>{usePaperWords(paper)}</p>
      <p>{fill(said.kept, { where: paper.keptWhere })}</p>
      <p className="tl-quiet-words">
        {seen(first)}
        {second && ` · ${seen(second)}`}
      </p>
    </>
  )
}

function usePaperWords(paper: Paper): string {
  const said = useWords(words)
  const place = usePlace()
  return fill(said.signed, {
    when: whenWords(paper.signedOn, place),
    name: paper.signerName,
    as: said.signers[paper.signedAs],
    language: said.languages[paper.language],
  })
}

function Buttons({ paper, personId, can }: Omit<OneProps, 'isSignedHere'>) {
  const said = useWords(words)
  const [open, set] = useState<'second' | 'heard' | 'mistake'>()
  const close = () => set(undefined)
  const what = `${formWords(paper, said)}. ${usePaperWords(paper)}. ${fill(said.kept, { where: paper.keptWhere })}`
  const form = paper.formName
  return (
    <>
      <div className="tl-row">
        {paper.maySecond && (
          <Button size="small" label={fill(said.secondOf, { form })} onPress={() => set('second')}>
            {said.second}
          </Button>
        )}
        {can.withdraw && !isOver(paper) && (
          <Button size="small" label={fill(said.heardOf, { form })} onPress={() => set('heard')}>
            {said.heard}
          </Button>
        )}
        {can.bring && !isOver(paper) && (
          <Button size="small" label={fill(said.mistakeOf, { form })} onPress={() => set('mistake')}>
            {said.mistake}
          </Button>
        )}
      </div>
      {open === 'second' && <SecondPaper {...{ paper, personId, what }} onClose={close} />}
      <PaperHeard {...{ paper, personId }} open={open === 'heard'} onClose={close} />
      <PaperMistake {...{ paper, personId }} open={open === 'mistake'} onClose={close} />
    </>
  )
}
