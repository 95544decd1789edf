import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import type { AskingLook } from './askingLook.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { look: AskingLook; onLook: (look: AskingLook) => void }

/** How someone likes to be asked. */
export function AskingLookChoice({ look, onLook }: Props) {
  const { look: said } = useWords(words)
  return (
    <div className="tl-ask-look">
      <Choice
        label={said.pace}
        options={[
          { value: 'one', words: said.one },
          { value: 'list', words: said.list },
        ]}
        value={look.pace}
        onChange={(pace) => onLook({ ...look, pace })}
      />
      <Choice
        label={said.letters}
        options={[
          { value: 'usual', words: said.usual },
          { value: 'large', words: said.large },
        ]}
        value={look.letters}
        onChange={(letters) => onLook({ ...look, letters })}
      />
    </div>
  )
}
