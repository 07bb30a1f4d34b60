import { useRules } from '../regulations/using.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './wellbeing.module.css'

/** What the figures are and are not, in plain words, with the formula. */
export const MethodPage = () => {
  const rules = useRules(['wellbeing.small-count'])
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="怎样统计" lead="这些数是什么、不是什么，怎样算，为什么有的不显示。" />
      <div className={css.prose}>
        <section className={css.part} aria-labelledby="what">
          <h2 id="what">这些数是什么</h2>
          <p>
            “告知以后本人的答复”来自办结时告诉本人以后她自己的回答：事情解决了吗，对办理满意吗。没有回答的如实列出，不算满意，也不算不满意。
          </p>
          <p>“自愿调查”来自短问卷。问了多少人，就是发出去多少份；回答了多少，就是收回来多少份。</p>
          <p>“需求统计”是登记过的需求的件数，一次只按一个方面分：类别、所在地、来源、结果或月份。</p>
        </section>
        <section className={css.part} aria-labelledby="not">
          <h2 id="not">这些数不是什么</h2>
          <ul>
            <li>
              不是全市妇女的看法。只说明被问到又愿意回答的人怎样说；没有被问到、没有回答的人可能想法不同。
            </li>
            <li>不是考核。不给人和单位打分、排名次，也不合成一个总分。</li>
            <li>件数多不等于问题多，也可能是更多人愿意来说了。</li>
          </ul>
        </section>
        <section className={css.part} aria-labelledby="interval">
          <h2 id="interval">占比和 95% 区间</h2>
          <p>占比 = 选这一项的人数 ÷ 回答这一题的人数，四舍五入到百分之一。</p>
          <p>区间用威尔逊（1927）的算法。设回答 n 人，其中 k 人选这一项，z = 1.96，p = k ÷ n，两端是：</p>
          <p>（p + z²÷2n ± z × √（p(1−p)÷n + z²÷4n²））÷（1 + z²÷n）</p>
          <p>
            下端向下、上端向上取整，所以只会说宽，不会说窄。图上的方点是占比，横线是区间：横线越长，把握越小；两条横线重叠很多的，不要说谁高谁低。
          </p>
          <p>
            区间只算了“碰巧问到谁”的误差，算不出“不愿回答的人不一样”的偏差。没有回答的超过一半时，占比只作参考。
          </p>
        </section>
        <section className={css.part} aria-labelledby="hidden">
          <h2 id="hidden">为什么有的不显示</h2>
          <p>
            一组不足五人的不显示（本机关可以调大），以免认出个人。
            <Why grounds={{ about: '统计显示的最少人数', rules }} />
          </p>
          <p>
            只隐去小数还不够：用合计减去别的数就能算出来。所以连带隐去几个较大的数，直到从所有显示的数出发，每个隐去的数至少还有两种可能，小的数也可能不小。怎样都做不到的，整张表不显示。
          </p>
          <p>
            表里写“隐”的就是不显示；零照实显示。件数少的季度并到下一个季度；件数少的地方并为“其他地方或未填”，不写地名。
          </p>
          <p>
            封存的需求（家庭暴力、侵害未成年人、性骚扰、隐私）另计，只有总数和季度数，不和别的相加，也不分任何方面。
          </p>
        </section>
        <section className={css.part} aria-labelledby="when">
          <h2 id="when">什么时候显示</h2>
          <p>
            需求统计只到已经结束的季度；答复到季度结束三十天以后；调查在结束以后。这样前后两次看到的数相减，得不出新来的那一件。
          </p>
        </section>
        <section className={css.part} aria-labelledby="secret">
          <h2 id="secret">怎样保证不知道是谁填的</h2>
          <p>
            发放条上的编号只能用一次，系统只记用没用过，不记发给了谁、什么时候用的是哪一张对应哪一份回答。进行中的回答全部合在一起加密，每来一份就打乱重写，结束时销毁，只留各项人数。
          </p>
          <p>收回不足五份的，回答随即销毁。想说的话单独列出，不和选项放在一起；满五份才显示。</p>
          <p>个人信息保护法要求只收必要的信息，并去标识化：问卷不问姓名、电话、住址、收入和健康。</p>
        </section>
        <section className={css.part} aria-labelledby="limits">
          <h2 id="limits">还有哪些做不到</h2>
          <ul>
            <li>季度结束以后更正类别、所在地或转为封存的，数会跟着变，前后相减能看出有一件变了。</li>
            <li>全组的人都选同一项时，占比显示 100%，知道谁在这一组的人就知道她选了什么。</li>
            <li>连带隐去时先隐较小的数；熟悉这个做法的人能多猜到一点，但猜不出准确的数。</li>
            <li>
              同时掌握数据库和密钥、又一直盯着每次写入的人，能比出每份回答。密钥和数据库应由两个人保管。
            </li>
            <li>纸质问卷由人点数录入，录错了系统看不出来。</li>
          </ul>
        </section>
      </div>
    </>
  )
}
