/** Where one is: what lies behind is drawn, what lies ahead is dotted. */
export const AskLine = ({ place, total }: { place: number; total: number }) => {
  const here = 8 + (place / Math.max(1, total - 1)) * 284
  return (
    <svg className="tl-ask-line" viewBox="0 0 300 16" aria-hidden="true">
      <path className="tl-ask-done" d={`M2 8H${here}`} />
      <path className="tl-ask-ahead" d={`M${here} 8H298`} />
      <circle className="tl-ask-here" cx={here} cy="8" r="6" />
    </svg>
  )
}
