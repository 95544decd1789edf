import { useQueryClient } from '@tanstack/react-query'
import { lockBehind } from '../access/lock.web.ts'
import { forgetKept } from '../platform/offline/device.ts'

/** Before a client's page is left quickly: nothing stays on it or on this device, and the door is shut. */
export function useWipe(): () => void {
  const queries = useQueryClient()
  return () => {
    queries.clear()
    void forgetKept()
    lockBehind()
  }
}
