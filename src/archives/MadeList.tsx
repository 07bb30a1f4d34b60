import { addressOf } from '../http/call.ts'
import { sayInstant } from '../ui/days.ts'
import css from './Archives.module.css'
import { downloadArchive, type Job, type JobKind } from './contract.ts'

const KINDS: Readonly<Record<JobKind, string>> = {
  book: '支部工作手册',
  sheets: '台账表格',
  archive: '年度归档',
}

/** What was made, the latest first: how far it is, where it can be taken, and until when. */
export const MadeList = ({ jobs }: { jobs: readonly Job[] }) =>
  jobs.length === 0 ? (
    <p className="aside">还没有生成过。生成的文件保留一天，过后可以再生成；记录没有变，内容就相同。</p>
  ) : (
    <ul className={css.made} aria-label="生成的文件">
      {jobs.map((job) => (
        <li key={job.id}>
          <span className={css.what}>
            {job.year} 年{KINDS[job.kind]}
            <span className="aside">
              {job.madeByName}，{sayInstant(job.madeAt)}
            </span>
          </span>
          <Outcome job={job} />
        </li>
      ))}
    </ul>
  )

const Outcome = ({ job }: { job: Job }) => {
  if (job.stage === 'making') return <Progress job={job} />
  if (job.stage === 'made')
    return (
      <span className={css.outcome}>
        <a className={css.download} href={addressOf(downloadArchive, { params: { job: job.id } })} download>
          下载{job.fileName?.endsWith('.docx') ? ' Word' : '压缩包'}
        </a>
        <span className="aside">
          {sizeWords(job.size ?? 0)}，{job.expiresAt ? `保留到${sayInstant(job.expiresAt)}` : ''}
        </span>
      </span>
    )
  return <span className={css.outcome}>{ENDED[job.stage](job.fault)}</span>
}

const ENDED: Readonly<Record<'failed' | 'interrupted' | 'removed', (fault: string | null) => string>> = {
  failed: (fault) => fault ?? '没有生成成功，请再试一次。',
  interrupted: () => '生成时系统停止过，请再生成一次。',
  removed: () => '已过一天，文件已清除。',
}

const Progress = ({ job: { step, steps, doing } }: { job: Job }) => (
  <span className={css.outcome}>
    <progress aria-label="生成进度" {...(steps ? { max: steps, value: step ?? 0 } : {})} />
    <span className="aside" role="status">
      {steps ? `第 ${step} 步，共 ${steps} 步：${doing}` : '正在生成'}。可以离开这一页，回来再下载。
    </span>
  </span>
)

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
