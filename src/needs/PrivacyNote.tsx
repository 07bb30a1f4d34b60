import css from './public.module.css'

/** What is kept, who reads it, for how long, and what she may ask for (个人信息保护法 art. 17, 31). */
export const PrivacyNote = () => (
  <details className={css.privacy} open>
    <summary>您写的内容谁会看到</summary>
    <ul>
      <li>只用来办您的这件事。由妇联负责接待和办理的工作人员看。</li>
      <li>涉及暴力、孩子受伤害、性骚扰、隐私的，单独加密存放，只有几个被指定的人能看，每次打开都有记录。</li>
      <li>需要转给别的部门时，会先问您。有人身危险，或者孩子受到侵害时，依法要先报警、报告。</li>
      <li>不记录您的网络地址和手机型号，不放任何跟踪的东西。</li>
      <li>办完以后按档案规定的年限保存，到期销毁。您可以打电话要求查看、更正，或者撤回。</li>
      <li>未满 14 岁，请和家长或监护人一起填。伤害您的就是家长或监护人时，直接打 110 或 12338。</li>
    </ul>
  </details>
)
