import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { AskOption } from './AskOption.tsx'
import type { Instrument, Item } from './instrument.ts'
import type { Withholding } from './response.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  item: Item
  left: Withholding | undefined
  onLeaveOut: (why: Withholding) => void
}

/** No answer is a good answer too; what follows from it is said before it is chosen. */
export function Instead({ instrument, item, left, onLeaveOut }: Props) {
  const { question } = useWords(words)
  const isNeverSilent = instrument.neverSilent.includes(item.id)
  return (
    <div className="tl-ask-instead">
      {item.mayNotApply && (
        <AskOption quiet pressed={left === 'does-not-apply'} onPress={() => onLeaveOut('does-not-apply')}>
          {question.doesNotApply}
        </AskOption>
      )}
      <AskOption quiet pressed={left === 'in-person'} onPress={() => onLeaveOut('in-person')}>
        {question.inPerson}
      </AskOption>
      <AskOption quiet pressed={left === 'prefer-not'} onPress={() => onLeaveOut('prefer-not')}>
        {question.preferNot}
      </AskOption>
      <p className="tl-quiet-words">{isNeverSilent ? question.followsNeverSilent : question.follows}</p>
    </div>
  )
}
