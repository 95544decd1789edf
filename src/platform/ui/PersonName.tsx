type Props = {
  given: string
  family: string
  /** What the person is called. It comes first; the name on papers stands beside it only where staff need it. */
  preferred?: string | undefined
  papers?: boolean | undefined
}

/** Whole, never cut short: two people apart by the end of a name must stay apart. */
export function PersonName({ given, family, preferred, papers = false }: Props) {
  const differs = preferred !== undefined && preferred !== given
  return (
    <span className="tl-name" translate="no">
      {preferred ?? given} {family}
      {papers && differs && <span className="tl-quiet-words"> ({given})</span>}
    </span>
  )
}
