import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import type { AskedNow } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What was judged, newest first; the newest is open, for it holds. */
export function Judgements({ judged }: { judged: AskedNow['formulations'] }) {
  const { asked, judgement: own } = useWords(words)
  return (
    <section aria-labelledby="judged">
      <h3 id="judged">{asked.judgements}</h3>
      {judged.map(({ id, level, madeAt, madeBy, ...said }, place) => (
        <Disclosure
          key={id}
          open={place === 0}
          title={
            <>
              {own.short[level]}{' '}
              <span className="tl-quiet-words">
                <TimeText at={madeAt} />, {asked.judgedBy(madeBy)}
              </span>
            </>
          }
        >
          <DefinitionList
            items={[
              { term: own.speaksFor, detail: said.speaksFor },
              { term: own.protects, detail: said.protects },
              { term: own.couldChange, detail: said.couldChange },
              { term: own.nextSteps, detail: said.nextSteps },
            ]}
          />
        </Disclosure>
      ))}
    </section>
  )
}
