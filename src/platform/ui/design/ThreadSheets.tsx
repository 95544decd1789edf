import { useMemo } from 'react'
import { ThreadPicture } from '../thread/ThreadPicture.tsx'
import { useDesignWords } from './Sheet.tsx'
import { completed, firstDay, threeJourneys, twelveJourneys, withoutPrivate } from './threads.ts'

/** The signature picture: as staff see it, as the client sees it, on the first day, and after a crowded half year. */
export function ThreadSheets() {
  const { courses, demo } = useDesignWords()
  const views = useMemo(() => {
    const three = threeJourneys(courses)
    return {
      three,
      shared: withoutPrivate(three),
      first: firstDay(courses),
      twelve: twelveJourneys(courses),
      completed: completed(courses),
    }
  }, [courses])
  return (
    <div className="tl-design-threads">
      <p className="tl-quiet-words">{demo}</p>
      <div id="staff">
        <ThreadPicture view={views.shared} framing="staff" />
      </div>
      <div id="client">
        <ThreadPicture view={views.three} framing="client" />
      </div>
      <div id="first">
        <ThreadPicture view={views.first} framing="client" />
      </div>
      <div id="completed">
        <ThreadPicture view={views.completed} framing="client" />
      </div>
      <div id="twelve">
        <ThreadPicture view={views.twelve} framing="staff" />
      </div>
    </div>
  )
}
