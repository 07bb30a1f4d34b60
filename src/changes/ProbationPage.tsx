import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { addressOf, call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { type Step, StepList } from '../ui/StepList.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './changes.module.css'
import { downloadConversionPaper, type Probation, type ReadProbation, readProbation } from './contract.ts'
import { CHANGES_GUIDE } from './guide.ts'
import { OUTCOME_WORDS, STATE_WORDS } from './labels.ts'
import { ApprovalForm, DecisionForm, PapersForm, SubmissionForm } from './ProbationForms.tsx'

/** One probation from the papers before the meeting to what the roster says after it. */
export const ProbationPage = () => {
  const { person } = useParams({ from: '/frame/changes/probation/$person' })
  const read = useQuery({
    queryKey: ['probation', person],
    queryFn: () => call(readProbation, { params: { person } }),
  })
  if (read.error)
    return (
      <>
        <PageHead title="预备期" />
        <Failed error={read.error} again={() => void read.refetch()} />
      </>
    )
  if (!read.data) return <Loading what="预备期" />
  const { probation } = read.data
  return (
    <>
      <p className={css.back}>
        <Link to="/changes">党员变动</Link>
      </p>
      <PageHead
        title={`${probation.personName}的预备期`}
        lead={[probation.unitName, probation.groupName, STATE_WORDS[probation.state]]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className={css.parts}>
        <StepList label="预备期满的步骤" steps={stepsOf(probation)} />
        <Facts probation={probation} />
        <Guide of="预备期满" guide={CHANGES_GUIDE.probation} />
        <NextForm key={`${probation.id} ${probation.version}`} read={read.data} />
        <Papers probation={probation} earlier={read.data.earlier} />
      </div>
    </>
  )
}

const ORDER = ['papers', 'decision', 'submission', 'approval'] as const
const TITLES = { papers: '会前材料', decision: '党员大会', submission: '上报', approval: '批复' } as const

/** The step that is to be done now. */
const nowOf = ({ id, state }: Probation): number => {
  if (state === 'approved') return ORDER.length
  if (state === 'submitted') return 3
  if (state === 'decided') return 2
  return id === null ? 0 : 1
}

const stepsOf = (probation: Probation): Step[] =>
  ORDER.map((id, at) => {
    const now = nowOf(probation)
    const state = at < now ? 'done' : at === now ? 'now' : 'later'
    return { id, title: TITLES[id], state }
  })

const NextForm = ({ read }: { read: ReadProbation }) => {
  const { probation, candidates } = read
  const now = nowOf(probation)
  const discussed =
    probation.state === 'ended' || candidates.some(({ text }) => text.includes(probation.personName))
  if (now === 2) return <SubmissionForm probation={probation} />
  if (now === 3) return <ApprovalForm probation={probation} />
  if (now > 3) return null
  return (
    <>
      {now === 1 && discussed && <DecisionForm read={read} />}
      {now === 1 && !discussed && (
        <p>期满后开党员大会讨论。提交会议记录以后，在这里选讨论{probation.personName}的那一项决议。</p>
      )}
      <PapersForm probation={probation} primary={now === 0 || !discussed} />
    </>
  )
}

const Facts = ({ probation }: { probation: Probation }) => {
  const { beganOn, endsOn, extensions, outcome, discussedOn, extendedTo, meetingId } = probation
  const { submittedOn, approveBy, approvedOn, approvalNumber, late } = probation
  const rules = useRules([
    'probation.term',
    'probation.extensions',
    'probation.outcome',
    'probation.approved-within',
  ])
  const said = (on: string | null) => (on ? sayDay(on) : '未登记')
  return (
    <dl className={css.facts}>
      <div>
        <dt>接收为预备党员</dt>
        <dd>{said(beganOn)}</dd>
      </div>
      <div>
        <dt>预备期满</dt>
        <dd>
          {said(endsOn)}
          {extensions > 0 && '（延长后）'}{' '}
          {rules.length > 0 && (
            <Why
              grounds={{
                about: '预备期满',
                verdict: [`预备期从 ${said(beganOn)} 算起，到 ${said(endsOn)} 满。`, ...late].join(''),
                rules,
              }}
            />
          )}
        </dd>
      </div>
      {outcome && (
        <div>
          <dt>党员大会</dt>
          <dd>
            {meetingId && (
              <Link to="/meetings/$meeting" params={{ meeting: meetingId }}>
                {said(discussedOn)}
              </Link>
            )}
            {` 决议${OUTCOME_WORDS[outcome]}`}
            {extendedTo && `至${sayDay(extendedTo)}`}
          </dd>
        </div>
      )}
      {submittedOn && (
        <div>
          <dt>上报</dt>
          <dd>
            {sayDay(submittedOn)}
            {approveBy && !approvedOn && `，上级应在${sayDay(approveBy)}前批复`}
          </dd>
        </div>
      )}
      {approvedOn && (
        <div>
          <dt>批复</dt>
          <dd>{[sayDay(approvedOn), approvalNumber].filter(Boolean).join(' ')}</dd>
        </div>
      )}
      {late.map((says) => (
        <div key={says}>
          <dt>迟办</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

const PAPER_WORDS = { request: '请示', resolution: '大会决议', notice: '给本人的通知书' } as const

const Papers = ({ probation, earlier }: { probation: Probation; earlier: readonly Probation[] }) => {
  const of = probation.outcome === null ? earlier[0] : probation
  if (!of?.outcome) return null
  const papers = (['request', 'resolution', 'notice'] as const).filter(
    (paper) => paper !== 'notice' || of.approvedOn !== null,
  )
  return (
    <section className={css.part} aria-labelledby="papers">
      <h2 id="papers">文书</h2>
      <p className={css.acts}>
        {papers.map((paper) => (
          <a
            key={paper}
            href={addressOf(downloadConversionPaper, { params: { person: probation.personId, paper } })}
            download
          >
            下载{PAPER_WORDS[paper]}
          </a>
        ))}
      </p>
    </section>
  )
}
