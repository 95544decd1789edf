import type { ReactNode } from 'react'
import './table.css'

export type Definition = { readonly term: string; readonly detail: ReactNode }

/** Facts by name: side by side where there is room. */
export const DefinitionList = ({ items }: { items: readonly Definition[] }) => (
  <dl className="tl-facts">
    {items.map(({ term, detail }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)
