import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ButtonSheet } from '../../platform/ui/design/ButtonSheet.tsx'
import { DialogSheet, StepSheet, TableSheet } from '../../platform/ui/design/FactSheet.tsx'
import { FieldSheet } from '../../platform/ui/design/FieldSheet.tsx'
import { BeliefSheet, PickSheet } from '../../platform/ui/design/PickSheet.tsx'
import { GateSheet, NoticeSheet } from '../../platform/ui/design/SaySheet.tsx'
import { ClientSample, DoorSample, RoomSample, StaffSample } from '../../platform/ui/design/ShellSamples.tsx'
import { useDesignWords } from '../../platform/ui/design/Sheet.tsx'
import { ThreadSheets } from '../../platform/ui/design/ThreadSheets.tsx'
import { ColourSheet, TypeSheet } from '../../platform/ui/design/TypeSheet.tsx'
import { LanguageSwitch } from '../../platform/ui/LanguageSwitch.tsx'
import { Brand, Main, NavLinks, SkipLink } from '../../platform/ui/shell/Frame.tsx'
import { ThemeSwitch } from '../../platform/ui/ThemeSwitch.tsx'

/** The design system on pages of its own: controls, the thread, and each shell by itself. */
export const DesignPage = () => (
  <Switch>
    <Route path="/design/client" component={ClientSample} />
    <Route path="/design/staff" component={StaffSample} />
    <Route path="/design/room" component={RoomSample} />
    <Route path="/design/door" component={DoorSample} />
    <Route path="/design/threads">
      <Page at="threads">
        <ThreadSheets />
      </Page>
    </Route>
    <Route path="/design">
      <Page at="controls">
        <Controls />
      </Page>
    </Route>
  </Switch>
)

const Controls = () => (
  <>
    <TypeSheet />
    <ColourSheet />
    <ButtonSheet />
    <FieldSheet />
    <PickSheet />
    <BeliefSheet />
    <GateSheet />
    <NoticeSheet />
    <TableSheet />
    <DialogSheet />
    <StepSheet />
  </>
)

const places = ['controls', 'threads', 'client', 'staff', 'room', 'door'] as const
const addressOf = (place: (typeof places)[number]) => (place === 'controls' ? '/design' : `/design/${place}`)

function Page({ at, children }: { at: (typeof places)[number]; children: ReactNode }) {
  const { title, lead, parts } = useDesignWords()
  const links = places.map((place) => ({
    href: addressOf(place),
    words: parts[place],
    current: place === at,
  }))
  return (
    <div className="tl-design">
      <SkipLink />
      <header className="tl-design-top tl-noprint">
        <div className="tl-row">
          <Brand href="/design" />
          <nav className="tl-nav" aria-label={title}>
            <NavLinks places={links} />
          </nav>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <Main>
        <h1>{title}</h1>
        <p className="tl-lead">{lead}</p>
        {children}
      </Main>
    </div>
  )
}
