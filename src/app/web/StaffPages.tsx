import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { BoardPage } from '../../course/BoardPage.tsx'
import { HereProvider } from '../../practice/HereProvider.tsx'
import { EnquiryRoutes } from './EnquiryRoutes.tsx'
import { useAtHand } from './atHand.web.ts'
import { LadderAlarm } from '../../safety/LadderAlarm.tsx'
import { NoSuchPage } from '../../practice/NoSuchPage.tsx'

const PeoplePage = lazy(() =>
  import('../../course/PeoplePage.tsx').then((page) => ({ default: page.PeoplePage })),
)
const ChartPage = lazy(() =>
  import('../../course/ChartPage.tsx').then((page) => ({ default: page.ChartPage })),
)
const WordsPlace = lazy(() =>
  import('../../course/WordsPlace.tsx').then((page) => ({ default: page.WordsPlace })),
)
const TakeInPage = lazy(() =>
  import('../../intake/TakeInPage.tsx').then((page) => ({ default: page.TakeInPage })),
)
const TakeInWriterPage = lazy(() =>
  import('../../intake/TakeInPage.tsx').then((page) => ({ default: page.TakeInWriterPage })),
)
const ReferralPage = lazy(() =>
  import('../../intake/ReferralPage.tsx').then((page) => ({ default: page.ReferralPage })),
)
const HistoryPage = lazy(() =>
  import('../../intake/HistoryPage.tsx').then((page) => ({ default: page.HistoryPage })),
)
const DecisionPage = lazy(() =>
  import('../../clearance/DecisionPage.tsx').then((page) => ({ default: page.DecisionPage })),
)
const MembersPage = lazy(() =>
  import('../../access/MembersPage.tsx').then((page) => ({ default: page.MembersPage })),
)
const TrailPage = lazy(() =>
  import('../../audit/TrailPage.tsx').then((page) => ({ default: page.TrailPage })),
)
const OutcomesPage = lazy(() =>
  import('../../measure/OutcomesPage.tsx').then((page) => ({ default: page.OutcomesPage })),
)
const SettingsPage = lazy(() =>
  import('../../practice/SettingsPage.tsx').then((page) => ({ default: page.SettingsPage })),
)
const WordingPage = lazy(() =>
  import('../../instrument/WordingPage.tsx').then((page) => ({ default: page.WordingPage })),
)
const ListingsPage = lazy(() =>
  import('../../find/ListingsPage.tsx').then((page) => ({ default: page.ListingsPage })),
)
const ProtocolsPage = lazy(() =>
  import('../../protocol/ProtocolsPage.tsx').then((page) => ({ default: page.ProtocolsPage })),
)
const OwnProtocolPage = lazy(() =>
  import('../../protocol/OwnProtocolPage.tsx').then((page) => ({ default: page.OwnProtocolPage })),
)
const RulesPage = lazy(() => import('../../rule/RulesPage.tsx').then((page) => ({ default: page.RulesPage })))
const MarksPage = lazy(() =>
  import('../../instrument/MarksPage.tsx').then((page) => ({ default: page.MarksPage })),
)
const PacksPage = lazy(() =>
  import('../../instrument/PacksPage.tsx').then((page) => ({ default: page.PacksPage })),
)
const FormsPage = lazy(() => import('../../form/FormsPage.tsx').then((page) => ({ default: page.FormsPage })))
const SchedulePage = lazy(() =>
  import('../../measure/SchedulePage.tsx').then((page) => ({ default: page.SchedulePage })),
)
const ReadyPage = lazy(() =>
  import('../../journey/ReadyPage.tsx').then((page) => ({ default: page.ReadyPage })),
)
const OrderPage = lazy(() =>
  import('../../medication/OrderPage.tsx').then((page) => ({ default: page.OrderPage })),
)
const toClosing = () => import('../../journey/ClosingPage.tsx')
const ClosingPage = lazy(() => toClosing().then((page) => ({ default: page.ClosingPage })))
const toRoom = () => import('../../journey/RoomPage.tsx')
const RoomPage = lazy(() => toRoom().then((page) => ({ default: page.RoomPage })))

/** From any of the three, the others open without a network: the room before its dose is given. */
const atHand = [toRoom, toClosing]
type ReadyProps = { params: { courseId: string; sessionId: string } }
const ToRoom = ({ params }: ReadyProps) => {
  useAtHand(atHand)
  return <ReadyPage params={params} />
}
type InRoomProps = { page: ComponentType<{ sessionId: string }>; sessionId: string }
const InRoom = ({ page: Page, sessionId }: InRoomProps) => {
  useAtHand(atHand)
  return <Page sessionId={sessionId} />
}

const SessionPage = lazy(() =>
  import('../../journey/SessionPage.tsx').then((page) => ({ default: page.SessionPage })),
)
const TasksPage = lazy(() =>
  import('../../safety/TasksPage.tsx').then((page) => ({ default: page.TasksPage })),
)
const AskedPage = lazy(() =>
  import('../../safety/AskedPage.tsx').then((page) => ({ default: page.AskedPage })),
)
const MeasuresPlace = lazy(() =>
  import('../../measure/MeasuresPlace.tsx').then((page) => ({ default: page.MeasuresPlace })),
)
const RatingPage = lazy(() =>
  import('../../instrument/RatingPage.tsx').then((page) => ({ default: page.RatingPage })),
)
const BeforePlace = lazy(() =>
  import('../../preparation/BeforePlace.tsx').then((page) => ({ default: page.BeforePlace })),
)

const NotesPlace = lazy(() =>
  import('../../record/NotesPlace.tsx').then((page) => ({ default: page.NotesPlace })),
)

const elsewhere = <Redirect to="/me" replace />

/** The pages of those who work here. Whoever is not signed in, with both factors, is at the door. */
export const StaffPages = () => (
  <HereProvider of="staff" door={<Redirect to="/sign-in" replace />} elsewhere={elsewhere}>
    <LadderAlarm />
    <Switch>
      <Route path="/app" component={BoardPage} />
      <Route path="/app/people" component={PeoplePage} />
      <Route path="/app/people/take-in" component={TakeInPage} />
      <Route path="/app/people/:personId" component={ChartPage} />
      <Route path="/app/people/:personId/words" component={WordsPlace} />
      <Route path="/app/c/:courseId/s/:sessionId" component={ToRoom} />
      <Route path="/app/c/:courseId/s/:sessionId/ready" component={ToRoom} />
      <Route path="/app/c/:courseId/s/:sessionId/close">
        {({ sessionId }) => <InRoom page={ClosingPage} sessionId={sessionId} />}
      </Route>
      <Route path="/app/c/:courseId/s/:sessionId/room">
        {({ sessionId }) => <InRoom page={RoomPage} sessionId={sessionId} />}
      </Route>
      <Route path="/app/c/:courseId/s/:sessionId/record" component={SessionPage} />
      <Route path="/app/tasks" component={TasksPage} />
      <Route path="/app/people/:personId/asked" component={AskedPage} />
      <Route path="/app/people/:personId/measures" component={MeasuresPlace} />
      <Route path="/app/people/:personId/measures/now" component={RatingPage} />
      <Route path="/app/people/:personId/before" component={BeforePlace} />
      <Route path="/app/people/:personId/notes" component={NotesPlace} />
      <Route path="/app/enquiries/:enquiryId/take-in" component={TakeInWriterPage} />
      <Route path="/app/enquiries/*?" component={EnquiryRoutes} />
      <Route path="/app/referrals" component={ReferralPage} />
      <Route path="/app/people/:personId/order" component={OrderPage} />
      <Route path="/app/people/:personId/decision" component={DecisionPage} />
      <Route path="/app/people/:personId/history" component={HistoryPage} />
      <Route path="/app/practice" component={SettingsPage} />
      <Route path="/app/outcomes" component={OutcomesPage} />
      <Route path="/app/listings" component={ListingsPage} />
      <Route path="/app/rules" component={RulesPage} />
      <Route path="/app/protocols" component={ProtocolsPage} />
      <Route path="/app/protocols/:key" component={OwnProtocolPage} />
      <Route path="/app/practice/words" component={WordingPage} />
      <Route path="/app/practice/marks" component={MarksPage} />
      <Route path="/app/practice/packs" component={PacksPage} />
      <Route path="/app/practice/forms" component={FormsPage} />
      <Route path="/app/practice/questions" component={SchedulePage} />
      <Route path="/app/trail" component={TrailPage} />
      <Route path="/app/access" component={MembersPage} />
      <Route>
        <NoSuchPage home="/app" />
      </Route>
    </Switch>
  </HereProvider>
)
