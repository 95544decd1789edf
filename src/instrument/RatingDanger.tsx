import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { useRating } from './useRating.web.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

type Props = { rating: ReturnType<typeof useRating>; ownerName: string | null; missing: boolean }

/** Who is told, said before it is saved; and whether whoever sits here sees to it, in words of their own. */
export function RatingDanger({ rating: { handling, handle, sayHandled }, ownerName, missing }: Props) {
  const { danger } = useWords(words)
  return (
    <div className="tl-rate-danger" data-after>
      <Notice title={danger.title} state="stop">
        <output>{danger.words(ownerName ?? danger.team)}</output>
      </Notice>
      <Checkbox
        checked={handling !== null}
        hint={danger.handlingHint}
        onChange={(isMine) => handle(isMine ? '' : null)}
      >
        {danger.handling}
      </Checkbox>
      {handling !== null && (
        <TextField
          label={danger.how}
          value={handling}
          maxLength={500}
          error={missing ? danger.howMissing : undefined}
          onChange={handle}
          onBlur={() => handling.trim() !== '' && sayHandled()}
        />
      )}
    </div>
  )
}
