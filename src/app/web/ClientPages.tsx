import { lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { ClientHome } from '../../course/ClientHome.tsx'
import { ClientMeanwhile } from '../../practice/ClientMeanwhile.tsx'
import { HereProvider } from '../../practice/HereProvider.tsx'
import { NoSuchPage } from '../../practice/NoSuchPage.tsx'
import { HelpAtHand, useAtHand } from './atHand.web.ts'
import { UnlessNotHere } from './NotHereYet.tsx'

const words = () => import('../../integration/WordsPage.tsx')
const tell = () => import('../../integration/TellPage.tsx')
const insight = () => import('../../integration/InsightPage.tsx')
const help = () => import('../../practice/HelpPage.tsx')
const plan = () => import('../../safety/PlanPage.tsx')
const concern = () => import('../../practice/ConcernPage.tsx')
const atHand = [help, plan, concern, tell, words, insight]

const WordsPage = lazy(() => words().then((page) => ({ default: page.WordsPage })))
const TellPage = lazy(() => tell().then((page) => ({ default: page.TellPage })))
const InsightPage = lazy(() => insight().then((page) => ({ default: page.InsightPage })))
const PlanPage = lazy(() => plan().then((page) => ({ default: page.PlanPage })))
const HelpPage = lazy(() => help().then((page) => ({ default: page.HelpPage })))

const ThreadPage = lazy(() =>
  import('../../course/ThreadPage.tsx').then((page) => ({ default: page.ThreadPage })),
)
const ConcernPage = lazy(() => concern().then((page) => ({ default: page.ConcernPage })))
const RecordPage = lazy(() =>
  import('../../audit/RecordPage.tsx').then((page) => ({ default: page.RecordPage })),
)

const ReachPage = lazy(() =>
  import('../../intake/ReachPage.tsx').then((page) => ({ default: page.ReachPage })),
)

const AgreementPage = lazy(() =>
  import('../../consent/AgreementPage.tsx').then((page) => ({ default: page.AgreementPage })),
)
const SignedPage = lazy(() =>
  import('../../consent/SignedPage.tsx').then((page) => ({ default: page.SignedPage })),
)
const BeforePage = lazy(() =>
  import('../../preparation/BeforePage.tsx').then((page) => ({ default: page.BeforePage })),
)
const QuestionsPage = lazy(() =>
  import('../../instrument/QuestionsPage.tsx').then((page) => ({ default: page.QuestionsPage })),
)

const TellingPage = lazy(() =>
  import('../../telling/TellingPage.tsx').then((page) => ({ default: page.TellingPage })),
)
const TopicPage = lazy(() =>
  import('../../telling/TopicPage.tsx').then((page) => ({ default: page.TopicPage })),
)

const OwnAnswersPage = lazy(() =>
  import('../../measure/OwnAnswersPage.tsx').then((page) => ({ default: page.OwnAnswersPage })),
)

const OwnPage = lazy(() => import('../../journey/OwnPage.tsx').then((page) => ({ default: page.OwnPage })))

const GuestsPage = lazy(() =>
  import('../../access/GuestsPage.tsx').then((page) => ({ default: page.GuestsPage })),
)

const elsewhere = <Redirect to="/app" replace />

/** The client's own pages. Whoever is not signed in is at the door. */
export function ClientPages() {
  useAtHand(atHand)
  return (
    <HereProvider
      of="client"
      door={<Redirect to="/sign-in" replace />}
      elsewhere={elsewhere}
      meanwhile={ClientMeanwhile}
    >
      <HelpAtHand />
      <UnlessNotHere>
        <Switch>
          <Route path="/me" component={ClientHome} />
          <Route path="/me/thread" component={ThreadPage} />
          <Route path="/me/words" component={WordsPage} />
          <Route path="/me/words/new" component={TellPage} />
          <Route path="/me/words/:insightId" component={InsightPage} />
          <Route path="/me/help" component={HelpPage} />
          <Route path="/me/plan" component={PlanPage} />
          <Route path="/me/help/concern" component={ConcernPage} />
          <Route path="/me/record" component={RecordPage} />
          <Route path="/me/reach" component={ReachPage} />
          <Route path="/me/questions" component={QuestionsPage} />
          <Route path="/me/history" component={TellingPage} />
          <Route path="/me/history/:topic" component={TopicPage} />
          <Route path="/me/answers" component={OwnAnswersPage} />
          <Route path="/me/today/:sessionId" component={OwnPage} />
          <Route path="/me/others" component={GuestsPage} />
          <Route path="/me/before" component={BeforePage} />
          <Route path="/me/agreement" component={AgreementPage} />
          <Route path="/me/agreement/:signatureId" component={SignedPage} />
          <Route>
            <NoSuchPage home="/me" />
          </Route>
        </Switch>
      </UnlessNotHere>
    </HereProvider>
  )
}
