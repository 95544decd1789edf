import { lazy, Suspense } from 'react'
import { useHere } from './HereProvider.tsx'

const DemoBar = lazy(() => import('./DemoBar.tsx').then((bar) => ({ default: bar.DemoBar })))

/** For the client's first page, which should weigh little: a practice at work does not even fetch the bar of a rehearsal. */
export function WhereDemo() {
  const { practice } = useHere()
  return practice.demo ? (
    <Suspense fallback={null}>
      <DemoBar />
    </Suspense>
  ) : null
}
