import type { GuideText } from '../ui/guide.ts'

const ARTICLE = '《中国共产党支部工作条例（试行）》第十七条'
const yearly = { rule: 'life-meeting.yearly', citation: ARTICLE }
const before = { rule: 'life-meeting.preparation', citation: ARTICLE }
const after = { rule: 'life-meeting.rectification', citation: ARTICLE }
const form = { rule: 'life-meeting.form', citation: ARTICLE }
const criticism = { rule: 'political-life.criticism', citation: '《关于新形势下党内政治生活的若干准则》' }

/** What is told at each step of 组织生活会. */
export const lifeGuides = {
  whole: {
    needs: ['每年至少一次，一般在第四季度', '会前学习、谈心、征求意见；会上查摆和批评；会后逐项整改'],
    who: '支部书记主持，组织委员准备。党组的民主生活会不在这里办。',
    clauses: [yearly, form],
    good: '十一月定方案，三周里学习两次、谈遍一轮，会上查摆五项，每项有人有日期，次年逐项说结果。',
    poor: '临开会前一天通知，会上轮流念总结，整改写“进一步加强”，第二年没有人再提。',
  },
  promises: {
    needs: ['先看上年答应的事做成了没有', '没做成的转入今年，说明原因'],
    who: '支部书记在会上通报，支委会逐项核对。',
    clauses: [after],
    good: '上年答应走访十户，走了七户，三户在外地，转到今年三月前补上。',
    poor: '上年的事一句“基本完成”带过，查不到做了什么。',
  },
  plan: {
    needs: ['主题、形式、日期三样定下来', '上级有统一主题的照办'],
    who: '支委会讨论方案，组织委员填写。',
    clauses: [yearly, form],
    good: '主题写“解决活动通知晚、走访少”，定在十二月四日下午。',
    poor: '主题只写“提高认识”，日期到时再说。',
  },
  study: {
    needs: ['列出学什么、哪天学', '学完一份勾一份'],
    who: '组织委员安排，党小组长带着学。',
    clauses: [before],
    good: '十一月十二日学条例里关于组织生活会的规定，十九日学本机关的作风通报。',
    poor: '写“自学有关文件”，不知道是哪一份。',
  },
  opinions: {
    needs: ['分别听党员、群众、服务对象和上级的意见', '只记来源是哪一类人', '对个人的意见只反馈给本人'],
    who: '支委会委员分头听，组织委员汇总。',
    clauses: [before],
    good: '群众反映：儿童活动室周末锁门，来了两次都没有开。',
    poor: '“希望再接再厉”，听不出要改什么。',
  },
  talks: {
    needs: ['会前谈心谈话，把意见谈在会前', '这里只看谈过没有，不看谈了什么'],
    who: '书记和委员之间、委员和党员之间、党员之间都要谈。',
    clauses: [before],
    good: '三个组的党员都谈到了，有两位在外地的用电话谈。',
    poor: '会前一天集中补登，谁和谁谈过说不清。',
  },
  check: {
    needs: ['支委会自己查摆，不替个人查', '问题、原因、打算三样都写'],
    who: '支部书记起草，支委会讨论后定稿。',
    clauses: [before, criticism],
    good: '今年三次临时改会期，原因是会前没有和业务科室对日程；往后每月末先对一次。',
    poor: '“学习还不够深入”，哪次、为什么、怎么改都没有。',
  },
  notes: {
    needs: ['各人先写自己的问题，再想好给谁提什么', '写好交给支部；不用电脑的交纸质的'],
    who: '每位党员自己写，交出以前别人看不到。',
    clauses: [before, criticism],
    good: '我答应联系的两户半年没有去，因为总等顺路；打算每季度第一周去。',
    poor: '我理论水平有待提高，今后加强学习。',
  },
  meeting: {
    needs: ['先通报上年整改和会前准备，再对照检查、逐人发言', '到会、请假记在会议记录里'],
    who: '支部书记主持；分小组开的由小组长主持。',
    clauses: [form],
    good: '会议记录写明谁先发言、对谁提了什么事，请假的写了原因。',
    poor: '记录只有“会议气氛热烈”，看不出谁说了什么。',
  },
  remarks: {
    needs: ['一条一事：谁对谁、说的什么、怎样回应', '自我批评每人记一条'],
    who: '会议记录人登记；只给有关的人看。',
    clauses: [criticism],
    good: '对宣传委员：三次通知都在当天上午才发，组里来不及调班。回应：以后提前三天发。',
    poor: '提了希望，本人表示接受。',
  },
  problems: {
    needs: ['会上查摆的、征求来的，逐项列', '每项有措施、有人、有日期'],
    who: '支委会会后一周内列好，责任人自己认领。',
    clauses: [after],
    good: '通知发得晚；措施：会议定了当天发通知；宣传委员负责，二月底前。',
    poor: '思想认识有差距；措施：提高认识；全体负责，长期坚持。',
  },
  closing: {
    needs: ['责任人写办理情况，支委会核对后销号', '没有可查的东西不销号'],
    who: '责任人自己填，书记或组织委员核对。',
    clauses: [after],
    good: '九月起四次会议的通知都提前三天发出，见会议通知。',
    poor: '已按要求整改到位。',
  },
  report: {
    needs: ['用登记的内容生成，核对后报送', '个人的问题不写进去'],
    who: '组织委员核对，支部书记签发。',
    clauses: [yearly, after],
    good: '查摆五项，已销号一项，其余写明谁在办、哪天完成。',
    poor: '只报会议开得成功，不报问题。',
  },
} as const satisfies Readonly<Record<string, GuideText>>
