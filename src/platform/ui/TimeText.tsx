import { usePlace } from '../i18n/LanguageProvider.tsx'
import { type DateStyle, formatDate, relativeWords } from '../i18n/format.ts'

type Props = {
  /** Milliseconds since 1970. */
  at: number
  /** Given where "5 minutes ago" helps; the course's clock, not the device's. */
  now?: number | undefined
  style?: DateStyle | undefined
}

/** When, in the place where the course is lived; and how long ago, where that is asked. */
export function TimeText({ at, now, style = 'moment' }: Props) {
  const place = usePlace()
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatDate(at, place, style)}
      {now !== undefined && ` (${relativeWords(at, now, place.language)})`}
    </time>
  )
}
