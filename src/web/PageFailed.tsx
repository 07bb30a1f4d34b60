import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failed } from '../ui/Failed.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The page that could not be shown; trying again asks anew for what failed. */
export const PageFailed = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  return (
    <>
      <PageHead title="页面没有打开" />
      <Failed
        error={error}
        again={() => {
          boundary.reset()
          reset()
          void router.invalidate()
        }}
      />
    </>
  )
}
