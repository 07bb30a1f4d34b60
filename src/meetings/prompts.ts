import type { Kind } from './contract.ts'

/** What to write into a field of a record: words beside it, never words in it. */
export type Prompt = {
  /** What belongs here. */
  write: string
  /** What makes such an entry useful later. */
  good: string
  /** What makes it worthless. */
  poor: string
}

type Prompts = {
  title: string
  agenda: string
  points: Prompt
  differing: string
  resolution: string
  tasks: string
}

const TASKS = '写明做什么、谁负责、哪天完成。没有议定事项就不填。'
const DIFFERING = '谁有不同意见、理由是什么；没有就空着，不必写“无”。'

/** From the fields that the branch book asks of each kind of meeting. */
export const PROMPTS: Record<Kind, Prompts> = {
  'committee-meeting': {
    title: '写这次会议研究的主要事项。',
    agenda: '一项议程一行，写要研究的事项。',
    points: {
      write: '写每位委员说了什么，以及定下来的理由。',
      good: '能看出谁提出、谁赞成、为什么这样定。',
      poor: '“大家一致同意”一句带过，看不出讨论。',
    },
    differing: DIFFERING,
    resolution: '写定了什么，可以照着办。',
    tasks: TASKS,
  },
  'general-meeting': {
    title: '写这次大会的主要议题。',
    agenda: '一项议程一行，写报告、讨论或表决的事项。',
    points: {
      write: '写报告的要点和党员的发言，写明是谁说的。',
      good: '表决前的讨论有名有姓，赞成和疑问都在。',
      poor: '照抄文件，或与上次会议一字不差。',
    },
    differing: DIFFERING,
    resolution: '写完整的决议文字，票数另填。',
    tasks: TASKS,
  },
  'group-meeting': {
    title: '写学习或讨论的内容。',
    agenda: '一项一行，写学什么、谈什么。',
    points: {
      write: '写学了哪一篇、哪几位谈了什么、批评与自我批评说到什么事。',
      good: '说的是自己的工作和思想，有具体的事。',
      poor: '只有“认真学习、深受教育”一类的话。',
    },
    differing: DIFFERING,
    resolution: '写小组形成的意见。',
    tasks: '需要向支委会反映的意见和建议，写明谁去反映。',
  },
  lecture: {
    title: '写党课的题目。',
    agenda: '一项一行，写讲授和交流。',
    points: {
      write: '写讲了哪几点，讲稿可作附件；交流时谁问了什么、怎样回答。',
      good: '没到会的人看了知道讲了什么。',
      poor: '只写题目和时间。',
    },
    differing: '交流中的不同看法；没有就空着。',
    resolution: '党课不作决议。',
    tasks: TASKS,
  },
  'theme-day': {
    title: '通知和会议列表里的名称。',
    agenda: '一项一行，写学习、议事、服务等内容。',
    points: {
      write: '写做了哪几件事、谁组织、结果怎样、有什么反映。',
      good: '有事、有人、有结果；照片可附可不附。',
      poor: '只有照片和口号。',
    },
    differing: DIFFERING,
    resolution: '主题党日不作决议；要表决请同时开支部党员大会。',
    tasks: '当天议定、事后要落实的事，写明谁负责、哪天完成。',
  },
  'life-meeting': {
    title: '写所属年度和这次的主题。',
    agenda: '一项一行：通报上年整改和会前准备、对照检查、批评和自我批评、提出整改要求。',
    points: {
      write: '写会议怎样进行、对照检查查摆了哪几个问题。各人的批评意见在组织生活会的页上另记。',
      good: '问题说到具体的事，整改说到谁来做、哪天完成。',
      poor: '“气氛热烈、红脸出汗”一类的话，看不出查摆了什么。',
    },
    differing: DIFFERING,
    resolution: '组织生活会本身不作决议；同时开支部党员大会的，决议记在大会部分。',
    tasks: '整改措施记在组织生活会的整改清单里，这里只记会务上的事。',
  },
}
