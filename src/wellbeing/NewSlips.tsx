import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { printSlips } from './survey-contract.ts'
import css from './wellbeing.module.css'

/** The slips of a round just opened. Their codes are in this page and nowhere else. */
export const NewSlips = ({ round, codes }: { round: string; codes: readonly string[] }) => {
  const printing = useMutation({
    mutationFn: () =>
      callForFile(printSlips, { params: { round }, body: { codes: [...codes], origin: location.origin } }),
    onSuccess: keepFile,
  })
  return (
    <section className={css.part} aria-labelledby="slips" role="status">
      <h2 id="slips">调查已经开始</h2>
      {codes.length > 0 ? (
        <>
          <p>
            {codes.length}{' '}
            张发放条，各有一个一次性编号。编号只在这里给一次，系统不保存，离开本页就取不出来，请现在下载。
          </p>
          {printing.error && <Failed error={printing.error} />}
          <Act primary loading={printing.isPending} onClick={() => printing.mutate()}>
            下载发放条（Word）
          </Act>
        </>
      ) : (
        <p>这次只用纸质问卷。收回以后，到这次调查里录各项份数。</p>
      )}
      <p>
        <Link to="/wellbeing/surveys/$round" params={{ round }}>
          到这次调查
        </Link>
      </p>
    </section>
  )
}
