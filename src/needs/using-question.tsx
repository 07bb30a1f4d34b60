import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { readLecture } from '../study/contract.ts'

/** The words of a question that was taken home from a lecture, for whoever makes a need of it; empty where there is none. */
export const useQuestion = (lecture: string | undefined, question: string | undefined) => {
  const read = useQuery({
    queryKey: ['lecture', lecture],
    queryFn: () => call(readLecture, { params: { lecture: lecture ?? '' } }),
    enabled: lecture !== undefined,
  })
  const text = read.data?.questions.find(({ id }) => id === question)?.text ?? ''
  return { text, isPending: lecture !== undefined && read.isPending }
}
