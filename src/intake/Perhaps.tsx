import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { whenWords } from './WhenText.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  perhaps: readonly { id: string; givenName: string; familyName: string; birthDate: string | null }[]
  who: string | undefined
  onWho: (who: string) => void
}

/** They may be one person or two. Nothing is chosen beforehand, and nothing is taken in until somebody has chosen. */
export function Perhaps({ perhaps, who, onWho }: Props) {
  const { match } = useWords(words)
  const place = usePlace()
  return (
    <RadioGroup
      label={match.whoIsIt}
      value={who}
      onChange={onWho}
      options={[
        ...perhaps.map(({ id, givenName, familyName, birthDate }) => ({
          value: id,
          words: `${givenName} ${familyName}`,
          hint: birthDate ? match.bornOn(whenWords(birthDate, place)) : match.bornUnknown,
        })),
        { value: 'new', words: match.isNew },
      ]}
    />
  )
}
