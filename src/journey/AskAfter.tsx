import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import type { SuicideAnswer } from '../safety/suicide.ts'
import { ClearDanger } from './ClearDanger.tsx'
import { closingActs, type ClosingNow } from './closingState.web.ts'
import type { Criterion } from './discharge.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

type Props = { criterion: Criterion; state: ClosingNow }

/** Asked in person; and once intent or a plan was told, no tap of this question is the way on. */
export function AskAfter({ criterion, state }: Props) {
  const own = useWords(words)
  const [again, ask] = useState(false)
  if (criterion.code === 'asked-danger') return <ClearDanger state={state} />
  if (!state.read.can.askSafety) return null
  if (criterion.met && !again)
    return (
      <div className="tl-stack">
        {criterion.code === 'asked-cleared' && <q>{state.read.facts.cleared.at(-1)?.reason}</q>}
        <Button kind="link" size="small" onPress={() => ask(true)}>
          {own.askAgain}
        </Button>
      </div>
    )
  return <Ask state={state} onDone={() => ask(false)} />
}

/** Chosen, read once more, and then written down: a finger that slipped has told nobody anything. */
function Ask({ state, onDone }: { state: ClosingNow; onDone: () => void }) {
  const own = useWords(words)
  const [answer, choose] = useState<SuicideAnswer>()
  const write = (said: SuicideAnswer) => {
    choose(undefined)
    onDone()
    void closingActs(state).answer(said)
  }
  return (
    <div className="closing-wide tl-stack">
      <Choice
        label={own.ask}
        value={answer}
        options={[
          { value: 'no-thoughts', words: own.noThoughts },
          { value: 'thoughts-no-intent', words: own.thoughts },
          { value: 'intent-or-plan', words: own.intent },
        ]}
        onChange={choose}
      />
      {answer && (
        <div className="tl-row">
          <Button kind="act" size="small" onPress={() => write(answer)}>
            {own.writeAnswer}
          </Button>
          <Button kind="link" size="small" onPress={() => choose(undefined)}>
            {own.notThis}
          </Button>
        </div>
      )}
    </div>
  )
}
