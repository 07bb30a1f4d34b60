import { TEMPLATE_KINDS, TEMPLATE_TITLES } from '../src/documents/template-kinds.ts'
import { TAG_BOOKS } from '../src/documents/templates.ts'

type Book = {
  single: readonly { tag: string; says: string }[]
  repeated: readonly { tag: string; says: string; inside: readonly string[] }[]
}

/** The handbook's list of marks for a unit's own Word templates, from src/documents/templates.ts. */
export const tagPage = (): string =>
  `<!-- 由 src/documents/templates.ts 生成（scripts/generate.ts），请勿手改。 -->
# 自己的 Word 模板里可用的标记

在 Word 里写上标记，连同花括号；下载时换成内容。标记的字体、字号就是内容的字体、字号。没有记下的写作〔未记〕，没有此事的写作“无”。
模板放在「设置 → 文书模板」，由书记、副书记或组织委员换。写了不认识的标记，上传时会指出是哪一个。

${TEMPLATE_KINDS.map((kind) => `## ${TEMPLATE_TITLES[kind]}\n\n${listOf(TAG_BOOKS[kind])}`).join('\n')}`

const listOf = ({ single, repeated }: Book): string =>
  `| 标记 | 换成什么 |
|---|---|
${single.map(({ tag, says }) => `| \`{${tag}}\` | ${says} |`).join('\n')}

下面的成对写：开头和结尾之间的内容，有几条重复几次。放在表格的一行里，就重复这一行。

| 开头 | 中间可用 | 结尾 | |
|---|---|---|---|
${repeated.map(({ tag, says, inside }) => `| \`{#${tag}}\` | ${inside.map((name) => `\`{${name}}\``).join(' ')} | \`{/${tag}}\` | ${says} |`).join('\n')}
`
