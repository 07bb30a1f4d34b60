import type { LifeRound } from './contract.ts'

/** Only who has talked at all, not what about: that belongs to the two. */
export const TalksPart = ({ round: { talks, unitName } }: { round: LifeRound }) => (
  <div>
    <p>
      {talks.members === 0
        ? '看不到名册，算不出谈话的人数。'
        : `${unitName}党员 ${talks.members} 人，本年登记过谈心谈话的 ${talks.talked} 人。`}
    </p>
    <p>
      <a href="/talks">去看谈心谈话</a> <span className="aside">谁和谁还没有谈，在那里逐对列出。</span>
    </p>
  </div>
)
