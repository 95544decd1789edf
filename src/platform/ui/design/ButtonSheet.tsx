import { useState } from 'react'
import { Button, LinkButton } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Sheet, useDesignWords } from './Sheet.tsx'

export function ButtonSheet() {
  const { buttons } = useDesignWords()
  const [busy, setBusy] = useState(false)
  const work = () => {
    setBusy(true)
    setTimeout(() => setBusy(false), 2_000)
  }
  return (
    <Sheet name="buttons">
      <div className="tl-row">
        <Button kind="act" icon={<Icon name="microphone" />}>
          {buttons.act}
        </Button>
        <Button icon={<Icon name="pen" />}>{buttons.quiet}</Button>
        <Button kind="link">{buttons.link}</Button>
      </div>
      <div className="tl-row">
        <Button kind="act" busy={busy} busyWords={buttons.busyWords} onPress={work}>
          {buttons.busy}
        </Button>
        <Button kind="act" busy busyWords={buttons.busyWords}>
          {buttons.busy}
        </Button>
        <span className="tl-quiet-words">{buttons.tryBusy}</span>
      </div>
      <div className="tl-row">
        <Button kind="act" disabled describedBy="design-why">
          {buttons.disabled}
        </Button>
        <span className="tl-quiet-words" id="design-why">
          {buttons.why}
        </span>
      </div>
      <div className="tl-row">
        <Button size="small">{buttons.small}</Button>
        <Button kind="act" size="glove">
          {buttons.glove}
        </Button>
        <LinkButton href="/design">{buttons.page}</LinkButton>
      </div>
      <div className="tl-design-narrow">
        <Button kind="act" wide>
          {buttons.wide}
        </Button>
      </div>
    </Sheet>
  )
}
