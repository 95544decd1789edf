import { piecesOf } from './plan.ts'

/** A person’s own words, line by line as they wrote them, and every number in them a call away. */
export const PlanText = ({ words }: { words: string }) => (
  <p className="tl-own-words tl-plan-text">
    {piecesOf(words).map(({ text, dial }, at) =>
      dial === null ? (
        text
      ) : (
        <a key={`${at} ${dial}`} className="tl-plan-call" href={`tel:${dial}`}>
          {text}
        </a>
      ),
    )}
  </p>
)
