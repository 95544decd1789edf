import { Component, type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../../platform/ui/Button.tsx'
import { en } from '../../platform/ui/words.broken.en.ts'
import { es } from '../../platform/ui/words.broken.es.ts'
import { ClientFrame } from '../../practice/ClientFrame.tsx'
import { Broken } from './Broken.tsx'
import { isReachable, mayLoadAnew } from './build.web.ts'

const words = { en, es }

type Props = { children: ReactNode }

/** A page that was never opened here cannot come without a network. That is said in its place, and the ways on stay. */
export function UnlessNotHere({ children }: Props) {
  const [path] = useLocation()
  return <Held path={path}>{children}</Held>
}

interface Standing {
  readonly isNotHere: boolean
  readonly path: string
}

class Held extends Component<Props & Pick<Standing, 'path'>, Standing> {
  static getDerivedStateFromError = () => ({ isNotHere: true })
  /** Another page is tried anew. */
  static getDerivedStateFromProps = ({ path }: Pick<Standing, 'path'>, now: Standing) =>
    path === now.path ? null : { path, isNotHere: false }
  override state = { isNotHere: false, path: this.props.path }
  override render() {
    return this.state.isNotHere ? <NotHere /> : this.props.children
  }
}

/** What failed once without a network is not asked for again in this page, so that it has to be loaded anew. */
let lackedNetwork = false

type Found = 'looking' | 'no-network' | 'broken'

function NotHere() {
  const [found, find] = useState<Found>(navigator.onLine ? 'looking' : 'no-network')
  useEffect(() => {
    if (found === 'looking')
      void isReachable().then((reachable) => {
        if (reachable && lackedNetwork && mayLoadAnew()) window.location.reload()
        else find(reachable ? 'broken' : 'no-network')
      })
    if (found === 'no-network') lackedNetwork = true
  }, [found])
  if (found === 'broken') return <Broken />
  return found === 'no-network' ? <NoNetwork /> : null
}

function NoNetwork() {
  const { noNetwork: said } = useWords(words)
  useEffect(() => {
    const anew = () => window.location.reload()
    window.addEventListener('online', anew)
    return () => window.removeEventListener('online', anew)
  }, [])
  return (
    <ClientFrame>
      <div className="tl-stack">
        <h1>{said.happened}</h1>
        <p>{said.next}</p>
        <LinkButton href="/me">{said.home}</LinkButton>
        <LinkButton href="/me/help">{said.help}</LinkButton>
      </div>
    </ClientFrame>
  )
}
