import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { readCourses } from '../course/course.contract.ts'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { readOrders } from './order.contract.ts'
import { OrderForm } from './OrderForm.tsx'
import { OrderItem } from './OrderItem.tsx'
import './order.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What was ordered for the course that runs, newest first; and, for prescribers, the way to write another. */
export function OrderPage({ params }: { params: { personId: string } }) {
  const own = useWords(words)
  const { data, error } = useAsk(readCourses, { personId: params.personId })
  const course = data?.courses[0]
  return (
    <PersonFrame personId={params.personId} current="order">
      {() => (
        <div className="order-page">
          <h1>{own.title}</h1>
          <p className="tl-quiet-words">{own.lead}</p>
          {error && <Refusal refused={error} />}
          {!data && !error && <Loading />}
          {data && !course && <Notice>{own.noCourse}</Notice>}
          {course && <CourseOrders courseId={course.id} />}
        </div>
      )}
    </PersonFrame>
  )
}

function CourseOrders({ courseId }: { courseId: string }) {
  const own = useWords(words)
  const { data, error } = useAsk(readOrders, { courseId })
  const [writing, write] = useState(false)
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      {data.orders.length === 0 && <Notice>{own.none}</Notice>}
      <ul className="order-list">
        {data.orders.map((order) => (
          <OrderItem key={order.id} order={order} read={data} courseId={courseId} />
        ))}
      </ul>
      {data.can.sign && !writing && (
        <Button kind={data.inForce ? 'quiet' : 'act'} onPress={() => write(true)}>
          {data.inForce ? own.writeNew : own.write}
        </Button>
      )}
      {writing && <OrderForm read={data} courseId={courseId} onDone={() => write(false)} />}
    </>
  )
}
