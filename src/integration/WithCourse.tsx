import type { ReactNode } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { readCourses } from '../course/course.contract.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The client's newest course, known on the device too: words can be written down without a network. */
export function WithCourse({ children }: { children: (courseId: string) => ReactNode }) {
  const { me } = useHere()
  const { tell } = useWords(words)
  const { data, error } = useKept(readCourses, { personId: me.personId ?? '' })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const [newest] = data.courses
  return newest ? children(newest.id) : <p>{tell.noCourse}</p>
}
