import type { About, Form, Source } from './contract.ts'

export const FORM_WORDS: Record<Form, string> = {
  members: '党员大会形式',
  committee: '支委会会议形式',
  groups: '分党小组召开',
}

export const SOURCE_WORDS: Record<Source, string> = {
  member: '党员',
  masses: '群众',
  superior: '上级党组织',
  served: '服务对象',
  box: '意见箱',
}

export const ABOUT_WORDS: Record<About, string> = {
  branch: '对支部',
  committee: '对支委会',
  person: '对个人',
}

/** Whose problem it is; one's own goes no further than oneself and the round's leaders. */
export const PROBLEM_WORDS: Record<About, string> = {
  branch: '支部的问题',
  committee: '支委会的问题',
  person: '个人的问题',
}

/** Below this many who could have written, words alone may give their author away. */
export const FEW = 5

export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
