import { Sheet, useDesignWords } from './Sheet.tsx'

export function TypeSheet() {
  const { type } = useDesignWords()
  return (
    <Sheet name="type">
      <p className="tl-kicker">{type.kicker}</p>
      <h1>{type.large}</h1>
      <h2>{type.heading}</h2>
      <h3>{type.small}</h3>
      <p className="tl-lead">{type.reading}</p>
      <p>{type.reading}</p>
      <p className="tl-quiet-words">{type.quiet}</p>
      <q className="tl-own-words">{type.own}</q>
      <p>{type.numbers}</p>
    </Sheet>
  )
}

const colours = {
  paper: '--paper',
  sheet: '--sheet',
  sunk: '--sunk',
  ink: '--ink',
  ink2: '--ink-2',
  edge: '--edge',
  prep: '--prep',
  jour: '--jour',
  integ: '--integ',
  ok: '--ok',
  wait: '--wait',
  stop: '--stop',
} as const

const names = Object.keys(colours) as readonly (keyof typeof colours)[]

export function ColourSheet() {
  const { colour } = useDesignWords()
  return (
    <Sheet name="colour">
      <ul className="tl-design-swatches">
        {names.map((name) => (
          <li key={name}>
            <svg width="100%" height="64" aria-hidden="true">
              <rect width="100%" height="64" rx="10" fill={`var(${colours[name]})`} />
            </svg>
            {colour[name]}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
