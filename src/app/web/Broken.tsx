import { Component, type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/i18n/LanguageProvider.tsx'
import './broken.css'
import { isReplaced, mayLoadAnew } from './build.web.ts'
import { en } from '../../platform/ui/words.broken.en.ts'
import { es } from '../../platform/ui/words.broken.es.ts'

const words = { en, es }

/** A page that fails leaves nobody before an empty screen: it says so, and what to do; what was written waits on the device. */
export class Unbroken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  static getDerivedStateFromError = () => ({ isBroken: true })
  override state = { isBroken: false }
  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

/** Often it is only that the practice runs a newer version, and this page's other half is gone: then it comes anew by itself. */
export function Broken() {
  const [isLooking, look] = useState(true)
  useEffect(() => {
    void isReplaced().then((replaced) => {
      if (replaced && mayLoadAnew()) window.location.reload()
      else look(false)
    })
  }, [])
  return isLooking ? null : <Said />
}

/** Made of nothing that may itself be missing. */
function Said() {
  const { happened, next, again, now, call988 } = useWords(words)
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <main className="tl-broken">
      <h1 tabIndex={-1} ref={place}>
        {happened}
      </h1>
      <p>{next}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {again}
      </button>
      <p>{now}</p>
      <a href="tel:988">{call988}</a>
    </main>
  )
}
