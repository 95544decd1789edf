import type { ReactNode } from 'react'
import './board.css'
import { chartAddress } from './chartPlaces.ts'

/** One list of the day's board, under its heading. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    <ul className="tl-board-list">{children}</ul>
  </section>
)

export const Person = ({ person }: { person: { personId: string; name: string } }) => (
  <a className="tl-board-name" href={chartAddress(person.personId)} translate="no">
    {person.name}
  </a>
)
