import { Button, LinkButton } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { OfflineBar } from '../OfflineBar.tsx'
import { ClientShell } from '../shell/ClientShell.tsx'
import { DoorShell } from '../shell/DoorShell.tsx'
import { RoomShell } from '../shell/RoomShell.tsx'
import { StaffShell } from '../shell/StaffShell.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { TextField } from '../TextField.tsx'
import { ThemeSwitch } from '../ThemeSwitch.tsx'
import { ThreadGutter, ThreadItem } from '../thread/ThreadItem.tsx'
import { ThreadLoop } from '../thread/ThreadLoop.tsx'
import { Gates, sample } from './SaySheet.tsx'
import { useDesignWords } from './Sheet.tsx'

const home = '/design'
const Settings = () => (
  <>
    <LanguageSwitch />
    <ThemeSwitch />
  </>
)

export function ClientSample() {
  const { shells } = useDesignWords()
  const footer = (
    <div className="tl-row">
      <Settings />
    </div>
  )
  return (
    <ClientShell
      links={{ today: '/design/client', thread: '/design/threads', help: home }}
      current="today"
      footer={footer}
    >
      <ThreadGutter>
        <ThreadItem slack loops={2} then="stitch">
          <p className="tl-quiet-words">{shells.day}</p>
          <h1>{shells.hello}</h1>
          <p className="tl-lead">{shells.so}</p>
        </ThreadItem>
        <OneThing />
        <ThreadItem then="ahead">
          <h2>{shells.next}</h2>
        </ThreadItem>
        <Coming when={shells.tomorrow} what={shells.checkIn} about={shells.checkInWords} />
        <Coming when={shells.friday} what={shells.session} about={shells.sessionWords} />
      </ThreadGutter>
    </ClientShell>
  )
}

function OneThing() {
  const { shells, buttons } = useDesignWords()
  return (
    <ThreadItem then="stitch" node="now">
      <p className="tl-kicker">{shells.one}</p>
      <h2>{shells.ask}</h2>
      <p>{shells.askWords}</p>
      <div className="tl-stack tl-stack-tight">
        <Button kind="act" wide icon={<Icon name="microphone" />}>
          {buttons.act}
        </Button>
        <Button wide>{buttons.quiet}</Button>
      </div>
      <p className="tl-kept">
        <Icon name="lock" />
        {shells.only}
      </p>
      <Button kind="link">{buttons.link}</Button>
    </ThreadItem>
  )
}

const Coming = ({ when, what, about }: { when: string; what: string; about: string }) => (
  <ThreadItem then="ahead" node="open">
    <p className="tl-quiet-words">{when}</p>
    <p>
      <strong>{what}</strong>
    </p>
    <p className="tl-quiet-words">{about}</p>
  </ThreadItem>
)

export function StaffSample() {
  const { sheets, shells } = useDesignWords()
  return (
    <StaffShell
      home={home}
      practice={shells.practice}
      places={[
        { href: '/design/staff', words: shells.board, current: true },
        { href: '/design', words: shells.people },
        { href: '/design/threads', words: shells.tasks, waiting: shells.tasksCount },
        { href: '/design/room', words: shells.schedule },
        { href: '/design/door', words: shells.settings },
      ]}
      member={{ name: shells.member, role: shells.role }}
      person={{ name: shells.person, detail: shells.personDetail, href: '/design/staff' }}
      personPlaces={[
        { href: '/design/client', words: shells.chart },
        { href: '/design/staff', words: shells.ready, current: true },
        { href: '/design/threads', words: shells.notes },
      ]}
      settings={<Settings />}
      status={<OfflineBar since={sample} kept={6} />}
      onSignOut={() => undefined}
    >
      <h1>{shells.notYet}</h1>
      <p className="tl-row tl-design-counts">
        <StatusMark state="stop">{shells.stops}</StatusMark>
        <StatusMark state="waiting">{shells.waits}</StatusMark>
        <StatusMark state="met">{shells.mets}</StatusMark>
      </p>
      <h2>{sheets.gates}</h2>
      <Gates />
      <ThreadLoop opened={false} />
    </StaffShell>
  )
}

export function RoomSample() {
  const { shells, buttons } = useDesignWords()
  return (
    <RoomShell
      status={<OfflineBar since={sample} kept={6} />}
      person={shells.inRoom}
      emergency={<Button>{shells.emergency}</Button>}
    >
      <div className="tl-design tl-stack">
        <p className="tl-kicker">{shells.since}</p>
        <p>
          <span className="tl-design-minutes">{34}</span> {shells.minutes}
        </p>
        <Button kind="act" size="glove">
          {buttons.glove}
        </Button>
      </div>
    </RoomShell>
  )
}

export function DoorSample() {
  const { shells, fields } = useDesignWords()
  return (
    <DoorShell home={home} leave footer={<Settings />}>
      <div className="tl-stack">
        <h1>{shells.signIn}</h1>
        <TextField type="email" label={fields.mail} autoComplete="off" />
        <TextField type="password" label={shells.password} autoComplete="off" />
        <Button kind="act" wide>
          {shells.signIn}
        </Button>
        <LinkButton kind="link" href={home}>
          {shells.practice}
        </LinkButton>
      </div>
    </DoorShell>
  )
}
