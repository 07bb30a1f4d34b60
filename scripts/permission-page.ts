import { TERMS } from '../src/glossary.ts'
import { PERMISSIONS, type Permission, POSTS, type Post } from '../src/kernel/access.ts'

/** The handbook's table of who may do what, from the one table in src/kernel/access.ts. */
export const permissionPage = (): string => {
  const head = `| 可以做的事 | ${POSTS.map((post) => TERMS[post]).join(' | ')} |`
  const rule = `|---|${POSTS.map(() => ':-:').join('|')}|`
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map((name) => {
    const posts: readonly Post[] = PERMISSIONS[name].posts
    return `| ${PERMISSIONS[name].says} | ${POSTS.map((post) => (posts.includes(post) ? '●' : '')).join(' | ')} |`
  })
  return `<!-- 由 src/kernel/access.ts 生成(scripts/generate.ts),请勿手改。 -->\n# 谁可以做什么\n\n职务就是权限：任职之日起有，免职之日起无，范围是任职的组织和它下面的组织。每个人都能看自己的信息、自己名下的应做事项和议定事项。\n\n${head}\n${rule}\n${rows.join('\n')}\n`
}
